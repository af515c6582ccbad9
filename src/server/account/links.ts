import 'server-only'
import { AppError } from '@/domain/errors'
import { hashOf, isToken, newToken } from '../auth/tokens'
import type { ServiceContext } from '../context/context'
import type { AccountLink, AccountLinkKind } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { countTry } from '../limits/limits'
import { lockAccount } from './lock'

const HOUR_MS = 60 * 60 * 1000

/** How long each counts: a new password is wanted today, an address is confirmed when its mail is read. */
const hours: Record<AccountLinkKind, number> = {
  ...{ RESET_PASSWORD: 24, CONFIRM_EMAIL: 7 * 24, CHANGE_EMAIL: 24 },
}

const paths: Record<AccountLinkKind, string> = {
  ...{ RESET_PASSWORD: '/new-password', CONFIRM_EMAIL: '/confirm', CHANGE_EMAIL: '/new-email' },
}

interface NewLink {
  kind: AccountLinkKind
  userId: string
  /** The address it is sent to, which using it confirms; null where somebody hands it out. */
  email: string | null
}

/** The path of a new link, told here alone; the one of its kind before counts no more. */
export async function newAccountLink(
  { db, clock }: { db: Database; clock: () => Date },
  { kind, userId, email }: NewLink,
): Promise<string> {
  const link = newToken()
  const createdAt = clock()
  const expiresAt = new Date(createdAt.getTime() + hours[kind] * HOUR_MS)
  const made = { tokenHash: hashOf(link), email, createdAt, expiresAt }
  await db.accountLink.upsert({
    where: { userId_kind: { userId, kind } },
    create: { userId, kind, ...made },
    update: made,
  })
  return `${paths[kind]}/${link}`
}

const inForce = (link: string, kind: AccountLinkKind, now: Date) => ({
  tokenHash: hashOf(link),
  kind,
  expiresAt: { gt: now },
  user: { disabledAt: null },
})

/** Whose a link is that does something; null for any other, which counts against whoever brings it. */
export async function ownerOfLink(
  ctx: ServiceContext,
  { kind, link }: { kind: AccountLinkKind; link: string },
): Promise<{ name: string; email: string } | null> {
  const where = inForce(link, kind, ctx.clock())
  const select = { user: { select: { name: true, email: true } } }
  const found = isToken(link) ? await ctx.db.accountLink.findFirst({ where, select }) : null
  if (!found) await countTry(ctx.db, 'account link', ctx.address)
  return found?.user ?? null
}

/** Uses a link up, within the transaction that does what it is for: of two at once, one finds it. */
export async function useAccountLink(
  tx: Database,
  { kind, link, now }: { kind: AccountLinkKind; link: string; now: Date },
): Promise<AccountLink> {
  const found = await tx.accountLink.findFirst({ where: inForce(link, kind, now) })
  if (!found) throw new AppError('account.link_dead')
  // First the account, as everybody who decides about it does.
  const { disabledAt } = await lockAccount(tx, found.userId)
  const { count } = await tx.accountLink.deleteMany({ where: { tokenHash: hashOf(link) } })
  if (count === 0 || disabledAt) throw new AppError('account.link_dead')
  return found
}

/** Deletes the links that count no more. */
export async function purgeAccountLinks({ db, clock }: Pick<ServiceContext, 'db' | 'clock'>): Promise<void> {
  await db.accountLink.deleteMany({ where: { expiresAt: { lte: clock() } } })
}
