import type { testWorld } from './world'

/** When whose face was switched off (with a reason) or on again (without), and by whom, in order. */
export async function faceSwitches({ db }: Pick<ReturnType<typeof testWorld>, 'db'>) {
  const rows = await db.change.findMany({ where: { subject: 'face opt-out' }, orderBy: { id: 'asc' } })
  return rows.map(({ subjectId, actorId, at, before, after }) => ({
    userId: subjectId,
    reason: after && typeof after === 'object' && 'faceOff' in after ? after.faceOff : undefined,
    before,
    actorId,
    at,
  }))
}
