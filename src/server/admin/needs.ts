import 'server-only'
import type { ActorContext } from '../context/context'
import { orphaned } from './places'

/** What waits for an administrator at this moment, counted; all of it 0 on a quiet day. */
export async function needs(ctx: ActorContext) {
  const { db, mail } = ctx
  const [requests, forgotten, duplicates, places] = await Promise.all([
    db.roleRequest.count({ where: { decidedAt: null, user: { disabledAt: null } } }),
    mail
      ? []
      : db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM "Mail" m JOIN "User" u ON u.email = m.email AND u."disabledAt" IS NULL
      WHERE m.kind = 'RESET_PASSWORD' AND m."sentAt" IS NULL`,
    db.duplicateCase.count({ where: { state: 'OPEN' } }),
    db.place.count({ where: orphaned }),
  ])
  return {
    ...{ requests, duplicates, places },
    forgotten: forgotten[0]?.count ?? 0,
    recogniser: (await ctx.recogniser()) !== null,
  }
}
