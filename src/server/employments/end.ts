import 'server-only'
import { AppError } from '@/domain/errors'
import { dayOf } from '@/domain/time'
import { dayDate, dayText } from '@/domain/weeks'
import { startOfDay } from '@/domain/zoned-time'
import { lockEnrolment } from '../biometrics/enrolment-lock'
import { changeFaceOff } from '../biometrics/face-switch'
import { publishFacesChanged } from '../biometrics/faces-changed'
import type { ActorContext, ServiceContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { Employment } from '../db/generated/client'
import { eraseFace } from '../erasure/service'
import { withholdAnswers } from '../idempotency/answers'
import { eachAlone } from '../jobs/each-alone'
import { publishAccessChange } from '../live/access'
import { transact } from '../live/publish'
import { leaveNow } from '../places/leave'
import { lockPlace } from '../places/lock'
import { closeOpenEntry } from '../time-entries/close'
import { lockHours } from '../time-entries/entry'
import { lockWorkplace } from '../workplaces/access'
import { requireEmployment } from './access'
import { toldEmployment } from './hire'

/**
 * Somebody belongs to the workplace no longer: what is open is closed, the PIN goes, and the face where no other place
 * has it. Records stay. The place must be held.
 */
async function leave(ctx: TxContext, { id, memberId, userId }: Employment): Promise<void> {
  const { tx } = ctx
  await closeOpenEntry(ctx, { employmentId: id, userId })
  await tx.kioskPin.deleteMany({ where: { memberId } })
  await leaveNow(ctx, { id: memberId })
  await withholdAnswers(tx, userId)
  publishAccessChange(ctx, userId)
  await lockEnrolment(tx, userId)
  await endEmployersWord(ctx, userId)
  if ((await tx.member.count({ where: { userId, leftAt: null } })) > 0) return
  await eraseFace(ctx, userId)
  await publishFacesChanged(ctx, userId)
}

/** A face that an employer switched off is its person's again once they work nowhere: nobody could lift it else. */
async function endEmployersWord(ctx: TxContext, userId: string): Promise<void> {
  const { tx } = ctx
  const works = { userId, leftAt: null, place: { kind: 'WORKPLACE' as const } }
  const off = await tx.user.count({ where: { id: userId, faceOff: 'EMPLOYER' } })
  if (off > 0 && (await tx.member.count({ where: works })) === 0)
    await changeFaceOff(ctx, { userId, reason: null, actorId: null })
}

interface Ending {
  employmentId: string
  /** The last day of work. */
  endedOn: string
  reason?: string | undefined
}

/** Ends an employment with a last day: at once where that is today or over, else when it is. */
export async function endEmployment(ctx: ActorContext, input: Ending): Promise<void> {
  const { employmentId, endedOn, reason } = input
  const { employment, place } = await requireEmployment(ctx, { employmentId })
  const { workplaceId } = employment
  await transact(ctx, async (ctx) => {
    const { tx, now, change, actor } = ctx
    await lockWorkplace(ctx, { workplaceId, mode: 'UPDATE', as: 'MANAGER' })
    // Before the employment, as whoever clocks holds them.
    await lockHours(tx, employment.userId)
    const before = await tx.employment.findUniqueOrThrow({ where: { id: employmentId } })
    const today = dayOf(now, place.timeZone)
    if (before.endedOn && dayText(before.endedOn) <= today) throw new AppError('employments.ended')
    if (endedOn < dayText(before.startedOn)) throw new AppError('employments.before_start')
    const after = startOfDay(endedOn, place.timeZone, 1)
    const later = { employmentId, removedAt: null, startedAt: { gte: after } }
    if ((await tx.timeEntry.count({ where: later })) > 0) throw new AppError('employments.worked_since')
    const extra = { employmentId, removedAt: null, day: { gt: dayDate(endedOn) } }
    if ((await tx.extra.count({ where: extra })) > 0) throw new AppError('employments.extra_since')
    const ended = await tx.employment.update({
      where: { id: employmentId },
      data: { endedOn: dayDate(endedOn) },
    })
    if (endedOn <= today) await leave(ctx, ended)
    change({
      ...{ subject: 'employment', subjectId: employmentId, actorId: actor.id, placeId: workplaceId },
      ...{ before: toldEmployment(before), after: toldEmployment(ended), text: reason ?? null },
    })
  })
}

/**
 * Somebody whose account goes works nowhere from today on, whatever was agreed; records stay. The places are held here, in
 * one order.
 */
export async function endAllWork(ctx: TxContext, userId: string): Promise<void> {
  const { tx, now, change } = ctx
  const here = { userId, member: { leftAt: null } }
  const found = await tx.employment.findMany({
    where: here,
    distinct: ['workplaceId'],
    orderBy: { workplaceId: 'asc' },
  })
  if (found.length === 0) return
  for (const { workplaceId } of found) await lockPlace(tx, workplaceId, 'UPDATE')
  await lockHours(tx, userId)
  const employments = await tx.employment.findMany({
    where: here,
    include: { workplace: { select: { place: { select: { timeZone: true } } } } },
  })
  for (const { workplace, ...before } of employments) {
    const days = [dayOf(now, workplace.place.timeZone), dayText(before.startedOn)].sort()
    const endedOn = dayDate(days[1] ?? '')
    if (before.endedOn && before.endedOn <= endedOn) continue
    const { id, workplaceId } = before
    const ended = await tx.employment.update({ where: { id }, data: { endedOn } })
    change({
      ...{ subject: 'employment', subjectId: id, actorId: userId, placeId: workplaceId },
      ...{ before: toldEmployment(before), after: toldEmployment(ended) },
    })
  }
  for (const { workplace: _, ...employment } of employments) await leave(ctx, employment)
}

const AT_ONCE = 200

/** Those whose last day is over leave. Each is a transaction of its own; how many there were. */
export async function endWhatIsOver(ctx: ServiceContext): Promise<{ left: number }> {
  const over = await ctx.db.employment.findMany({
    where: {
      endedOn: { lte: ctx.clock() },
      member: {
        leftAt: null,
        employments: { none: { OR: [{ endedOn: null }, { endedOn: { gt: ctx.clock() } }] } },
      },
    },
    include: { workplace: { select: { place: { select: { timeZone: true } } } } },
    orderBy: { endedOn: 'asc' },
    take: AT_ONCE,
  })
  let left = 0
  await eachAlone(over, async ({ workplace, ...employment }) => {
    const today = dayDate(dayOf(ctx.clock(), workplace.place.timeZone))
    if (
      employment.endedOn &&
      employment.endedOn < today &&
      (await leaveUnlessRehired(ctx, employment, today))
    )
      left += 1
  })
  return { left }
}

function leaveUnlessRehired(ctx: ServiceContext, employment: Employment, today: Date): Promise<boolean> {
  return transact(ctx, async (ctx) => {
    await lockPlace(ctx.tx, employment.workplaceId, 'UPDATE')
    const going = { memberId: employment.memberId, OR: [{ endedOn: null }, { endedOn: { gte: today } }] }
    if ((await ctx.tx.employment.count({ where: going })) > 0) return false
    await leave(ctx, employment)
    return true
  })
}
