import 'server-only'
import type { Database } from '../db/prisma'
import { lastChanges } from '../ledger/read'

interface Membership {
  id: string
  faceOffSince: Date | null
}

/** That a face is off at one place, since when and who decided so; null where the account is gone. */
interface FaceOffHere {
  since: Date
  by: string | null
}

/** Of these memberships, what holds of each whose face is off at its place. */
export async function facesOffHere(
  ctx: { db: Database },
  members: readonly Membership[],
): Promise<(membership: Membership) => FaceOffHere | null> {
  const subjectIds = members.filter(({ faceOffSince }) => faceOffSince !== null).map(({ id }) => id)
  const changes =
    subjectIds.length === 0
      ? []
      : await lastChanges(ctx, { subject: 'face at a place', subjectIds, take: subjectIds.length })
  const by = new Map(changes.map(({ subjectId, actor }) => [subjectId, actor?.name ?? null]))
  return ({ id, faceOffSince: since }) => since && { since, by: by.get(id) ?? null }
}

/** The places that somebody is in at which a leader has switched their face off, by name. */
export async function placesWithoutFace(ctx: { db: Database }, userId: string) {
  const members = await ctx.db.member.findMany({
    where: { userId, leftAt: null, faceOffSince: { not: null }, place: { archivedAt: null } },
    orderBy: [{ place: { name: 'asc' } }, { id: 'asc' }],
    select: { id: true, faceOffSince: true, place: { select: { id: true, name: true, kind: true } } },
  })
  const offHere = await facesOffHere(ctx, members)
  return members.flatMap(({ place: { id: placeId, name: place, kind }, ...member }) => {
    const off = offHere(member)
    return off ? [{ placeId, place, kind, ...off }] : []
  })
}
