import 'server-only'
import { createTranslator } from 'use-intl/core'
import { readerLocale } from '@/domain/locale'
import type { ServiceContext } from '../context/context'
import type { Mail } from '../db/generated/client'
import type { MailKind } from '../db/generated/enums'
import { logger } from '../logger'
import { messagesOf } from '../words/catalogues'

type Account = { id: string; locale: string | null } | null

/** To whom a mail goes: an address, and the account that it has. */
export interface Recipient {
  email: string
  userId: string | null
}

/** What each kind of mail leads to, made anew whenever it is sent; null where there is nothing to say any more. */
export type MailLinks = Record<MailKind, (ctx: ServiceContext, to: Recipient) => Promise<string | null>>

/** Sends a mail that waits. What fails is tried again by the queue. */
export async function sendQueuedMail(
  ctx: ServiceContext,
  { mailId, links }: { mailId: string; links: MailLinks },
): Promise<void> {
  const mail = await ctx.db.mail.findUnique({ where: { id: mailId, sentAt: null } })
  if (!mail || !ctx.mail) return
  const account = await ctx.db.user.findUnique({
    where: mail.userId ? { id: mail.userId, disabledAt: null } : { email: mail.email, disabledAt: null },
    select: { id: true, locale: true },
  })
  const path = await links[mail.kind](ctx, { email: mail.email, userId: account?.id ?? null })
  if (path === null) {
    await ctx.db.mail.delete({ where: { id: mailId } })
    return
  }
  await ctx.mail({ to: mail.email, ...mailWords(ctx, mail, { path, account }) })
  await ctx.db.mail.update({
    where: { id: mailId },
    data: { sentAt: new Date(Math.max(ctx.clock().getTime(), mail.createdAt.getTime())) },
  })
  logger.info('a mail was sent', { kind: mail.kind })
}

function mailWords(
  { settings }: ServiceContext,
  { kind, role, locale }: Mail,
  { path, account }: { path: string; account: Account },
) {
  const reader = readerLocale({ chosen: account?.locale ?? locale, accepted: null })
  const messages = messagesOf(reader.catalogue)
  const t = createTranslator({ locale: reader.format, messages, namespace: 'mail' })
  const given = {
    link: new URL(path, settings.publicUrl ?? undefined).href,
    by: settings.operator.name ?? 'Clockface',
    operator: settings.operator.name ? 'named' : 'none',
    role: role === 'EMPLOYER' ? 'EMPLOYER' : 'TEACHER',
  }
  return {
    subject: t(`letters.${kind}.subject`, given),
    text: `${t(`letters.${kind}.text`, given)}\n\n${t('end', given)}\n`,
  }
}
