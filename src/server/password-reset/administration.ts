import 'server-only'
import { AppError } from '@/domain/errors'
import { newAccountLink } from '../account/links'
import { lockAccount } from '../account/lock'
import { type Ruling, requireRuling } from '../account/ruling'
import type { ActorContext } from '../context/context'
import { nowHeld, transact } from '../live/publish'
import { queueMail } from '../mail/queue'

const LISTED = 100

/**
 * A way to a new password for somebody who has forgotten theirs: a mail to their address; where no mail goes out, the
 * path of a link to hand to them, told here alone. Their password counts until they use it.
 * @throws AppError `people.yourself`, `people.disabled`
 */
export async function handOutReset(
  ctx: Ruling,
  { userId }: { userId: string },
): Promise<{ path: string | null }> {
  await requireRuling(ctx, userId)
  return transact(ctx, async (ctx) => {
    const { tx, actor, mail, change, clock } = ctx
    const { email, disabledAt } = await lockAccount(tx, userId)
    const { now } = nowHeld(ctx)
    if (disabledAt) throw new AppError('people.disabled')
    change({
      ...{ subject: 'password', subjectId: userId, actorId: actor?.id ?? null, placeId: null },
      ...{ before: null, after: { step: 'LINK' } },
    })
    if (mail) {
      await queueMail(ctx, { kind: 'RESET_PASSWORD', email })
      return { path: null }
    }
    // The wish that waited is met.
    await tx.mail.updateMany({
      where: { email, kind: 'RESET_PASSWORD', sentAt: null },
      data: { sentAt: now },
    })
    return { path: await newAccountLink({ db: tx, clock }, { kind: 'RESET_PASSWORD', userId, email: null }) }
  })
}

/** Who has said that they forgot their password, where no mail told them what to do; for administrators. */
export async function forgottenPasswords(ctx: ActorContext) {
  if (ctx.mail) return []
  // Joined before it is cut off: wishes for invented addresses must hide nobody's.
  const rows = await ctx.db.$queryRaw<{ id: string; name: string; email: string; askedAt: Date }[]>`
    SELECT u.id, u.name, u.email, m."createdAt" AS "askedAt"
    FROM "Mail" m JOIN "User" u ON u.email = m.email AND u."disabledAt" IS NULL
    WHERE m.kind = 'RESET_PASSWORD' AND m."sentAt" IS NULL
    ORDER BY m."createdAt", m.id LIMIT ${LISTED}`
  return rows.map(({ askedAt, ...person }) => ({ person, askedAt }))
}
