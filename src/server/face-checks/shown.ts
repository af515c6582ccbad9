import 'server-only'
import type { Prisma } from '../db/generated/client'
import type { Database } from '../db/prisma'

const SHOWN = 100

/** Face checks as they are shown to whom they concern, the newest first; no score is among it. */
export async function shownChecks(db: Database, where: Prisma.FaceCheckWhereInput) {
  const found = await db.faceCheck.findMany({
    where,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: {
      ...{ id: true, purpose: true, outcome: true, band: true, reason: true, at: true, model: true },
      evidence: { select: { id: true } },
    },
  })
  return found.map(({ evidence, ...check }) => ({ ...check, hasEvidence: evidence !== null }))
}
