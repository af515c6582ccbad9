import 'server-only'
import { z } from 'zod'
import type { AppointedRole } from '@/domain/appointments'
import type { ServiceContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { MailKind } from '../db/generated/enums'
import type { Database } from '../db/prisma'
import { addJob } from '../jobs/queue'

const KEPT_MS = 30 * 24 * 60 * 60 * 1000

interface NewMail {
  kind: MailKind
  email: string
  locale?: string | null
  role?: AppointedRole
  /** Whose account it is about, where the address is not the account's. */
  userId?: string
}

export const mailPayload = z.object({ mailId: z.string() })

/**
 * Writes a mail with the transaction, which a job sends; one of the same that waits is enough. Where no mail goes out,
 * a wish for a new password waits for an administrator, and all else needs no mail.
 */
export async function queueMail(
  { tx, now, mail: send }: Pick<TxContext, 'tx' | 'now' | 'mail'>,
  mail: NewMail,
): Promise<void> {
  if (!send && mail.kind !== 'RESET_PASSWORD') return
  await tx.mail.createMany({ data: [{ ...mail, createdAt: now }], skipDuplicates: true })
  if (!send) return
  // What waits already may have no job any more: it was written before mail went out, or given up.
  const { email, kind } = mail
  const waiting = await tx.mail.findFirstOrThrow({
    where: { email, kind, sentAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  await queueSending(tx, waiting.id)
}

/** A mail server that is slow holds up other mails alone. */
const queueSending = (db: Database, mailId: string) =>
  addJob(db, 'send_mail', { payload: { mailId }, key: `mail ${mailId}`, line: 'mail' })

/**
 * Queues what waits without a job, as what was written before mail went out. What has one is left to it: to queue it
 * anew would begin its pauses anew, and a mail that no server takes would be tried for ever.
 */
export async function resumeMails({ db, mail }: Pick<ServiceContext, 'db' | 'mail'>): Promise<void> {
  if (!mail) return
  const waiting = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Mail" m WHERE "sentAt" IS NULL
      AND NOT EXISTS (SELECT FROM graphile_worker.jobs j WHERE j.key = 'mail ' || m.id)
    ORDER BY "createdAt", id LIMIT 100`
  for (const { id } of waiting) await queueSending(db, id)
}

/** Deletes mails of which nobody needs to know any more. */
export async function purgeMails({ db, clock }: Pick<ServiceContext, 'db' | 'clock'>): Promise<void> {
  await db.mail.deleteMany({ where: { createdAt: { lt: new Date(clock().getTime() - KEPT_MS) } } })
}
