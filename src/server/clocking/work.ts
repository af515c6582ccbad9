import 'server-only'
import { AppError } from '@/domain/errors'
import type { ServiceContext } from '../context/context'
import type { Database } from '../db/prisma'
import { applyAct, decideAct, workplaceOf } from '../time-entries/clock'
import type { Entry } from '../time-entries/entry'
import { workedToday } from '../time-entries/worked'
import type { Clocking, OccasionRules, WorkAnswer } from './occasion-rules'

const MINUTE = 60_000

const actOf = ({ occasion, userId, direction, method, work = {} }: Clocking<'work'>) => ({
  ...{ workplaceId: occasion.placeId, userId, what: direction, method },
  ...work,
})

async function answerOf(
  db: Database,
  clocking: Clocking<'work'>,
  { entry, changed, now }: { entry: Entry; changed: boolean; now: Date },
): Promise<WorkAnswer> {
  const { occasion, userId, direction } = clocking
  const { id: entryId, startedAt: clockedInAt, endedAt: clockedOutAt } = entry
  const { timeZone } = await db.place.findUniqueOrThrow({
    where: { id: occasion.placeId },
    select: { timeZone: true },
  })
  const today = await workedToday(db, { workplaceId: occasion.placeId, userId, timeZone }, now)
  const kind = changed ? (`clocked_${direction}` as const) : (`already_${direction}` as const)
  return { kind, entryId, clockedInAt, clockedOutAt, minutesToday: Math.floor(today / MINUTE) }
}

/** Refuses a face where the workplace does not read any. */
async function requireFaceHere(ctx: ServiceContext, { occasion, userId, method }: Clocking<'work'>) {
  if (method !== 'FACE') return
  const { faceClocking } = await workplaceOf(ctx.db, { workplaceId: occasion.placeId, userId })
  if (!faceClocking) throw new AppError('timeEntries.face_off_here')
}

/** Clocking in and out of work: an entry of a person's hours. */
export const workRules: OccasionRules<'work'> = {
  async prepare(ctx, clocking, now) {
    await requireFaceHere(ctx, clocking)
    const { workplace, before, after } = await decideAct(ctx.db, actOf(clocking), now)
    const { liveness } = workplace.place
    const stands = after ? null : before
    const answer = stands && (await answerOf(ctx.db, clocking, { entry: stands, changed: false, now }))
    return { liveness, answer, left: null }
  },

  async apply(ctx, clocking) {
    const { tx, now } = ctx
    const { entry, changed } = await applyAct(ctx, actOf(clocking))
    return answerOf(tx, clocking, { entry, changed, now })
  },
}
