import 'server-only'
import { z } from 'zod'
import type { AppointedRole } from '@/domain/appointments'
import type { ServiceContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { MailKind } from '../db/generated/enums'
import { addJob } from '../jobs/queue'

const KEPT_MS = 30 * 24 * 60 * 60 * 1000

interface NewMail {
  kind: MailKind
  email: string
  locale?: string | null
  role?: AppointedRole
}

export const mailPayload = z.object({ mailId: z.string() })

/**
 * Writes a mail with the transaction, which a job sends; one of the same that waits is enough. Where no mail goes out,
 * a wish for a new password waits for an administrator, and all else needs no mail.
 */
export async function queueMail({ tx, now, mail: send }: TxContext, mail: NewMail): Promise<void> {
  if (!send && mail.kind !== 'RESET_PASSWORD') return
  const [row] = await tx.mail.createManyAndReturn({
    data: [{ ...mail, createdAt: now }],
    skipDuplicates: true,
    select: { id: true },
  })
  if (row && send) await addJob(tx, 'send_mail', { payload: { mailId: row.id } })
}

/** Deletes mails of which nobody needs to know any more. */
export async function purgeMails({ db, clock }: Pick<ServiceContext, 'db' | 'clock'>): Promise<void> {
  await db.mail.deleteMany({ where: { createdAt: { lt: new Date(clock().getTime() - KEPT_MS) } } })
}
