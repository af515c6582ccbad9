import 'server-only'
import { refusesFaces } from '@/domain/countries'
import { AppError } from '@/domain/errors'
import { exceptionSettings } from '@/domain/exceptions'
import { exceptionSettingsSchema } from '@/domain/exceptions-schema'
import { weekDays } from '@/domain/pay-periods'
import { dayOf } from '@/domain/time'
import { dayDate, dayText } from '@/domain/weeks'
import { beginningOf, beginsPeriod } from '@/domain/workplaces'
import type { NewWorkplaceInput, WorkplaceChanges } from '@/domain/workplaces-schema'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import { transact } from '../live/publish'
import { takeAllSignaturesBack } from '../pay-periods/signatures'
import { archive } from '../places/archive'
import { leaderChange } from '../places/leaders'
import { lockWorkplace, requireWorkplace } from './access'
import { firstRules } from './rules'

/** A workplace of which the actor is the owner, with the rules that are usual in its country. */
export function createWorkplace(ctx: ActorContext, input: NewWorkplaceInput): Promise<{ id: string }> {
  const { name, timeZone, country } = input
  const { preset, firstPeriod, ...pay } = beginningOf(input, dayOf(ctx.clock(), timeZone))
  if (!beginsPeriod(firstPeriod, pay.payCycle)) throw new AppError('workplaces.first_period_between')
  const userId = ctx.actor.id
  return transact(ctx, async ({ tx, now, change }) => {
    const from = dayDate(firstPeriod)
    // Whoever works before the first period that was named works by the same rules.
    const week = weekDays(dayOf(now, timeZone), pay.weekStart).from
    const [rulesFrom = firstPeriod] = [week, firstPeriod].sort()
    const { id } = await tx.place.create({
      data: {
        ...{ kind: 'WORKPLACE', name, timeZone, createdAt: now },
        leaders: { create: { userId, role: 'OWNER', since: now } },
        workplace: {
          create: {
            ...pay,
            country,
            firstPeriod: from,
            faceClocking: refusesFaces(country) === null,
            ruleSets: {
              create: {
                ...firstRules(preset),
                from: dayDate(rulesFrom),
                createdById: userId,
                createdAt: now,
              },
            },
          },
        },
      },
      select: { id: true },
    })
    change(leaderChange({ placeId: id, userId, actorId: userId, before: null, after: { role: 'OWNER' } }))
    return { id }
  })
}

/**
 * Changes what is given; what is left out stays. What decides about clocking is kept in the ledger. In another time zone
 * days begin at other moments, so that whatever was signed there is to be signed again.
 */
export async function updateWorkplace(
  ctx: ActorContext,
  input: WorkplaceChanges & { workplaceId: string },
): Promise<void> {
  const { workplaceId: id, name, timeZone, liveness, ...settings } = input
  await transact(ctx, async (ctx) => {
    const { tx, actor, change } = ctx
    const place = await lockWorkplace(ctx, { workplaceId: id, mode: 'UPDATE', as: 'OWNER' })
    if (timeZone && timeZone !== place.timeZone) await takeAllSignaturesBack(ctx, { workplaceId: id })
    const told = { faceClocking: true, outsideSites: true, longestShiftMinutes: true } as const
    const before = await tx.workplace.findUniqueOrThrow({ where: { id }, select: told })
    const after = await tx.workplace.update({ where: { id }, data: settings, select: told })
    const changed = await tx.place.update({ where: { id }, data: { name, timeZone, liveness } })
    change({
      ...{ subject: 'workplace', subjectId: id, actorId: actor.id, placeId: id },
      before: { ...before, timeZone: place.timeZone, liveness: place.liveness },
      after: { ...after, timeZone: changed.timeZone, liveness: changed.liveness },
    })
  })
}

/** Archives or restores. An archived workplace keeps its records, and nobody joins it or clocks there. */
export async function setArchived(
  ctx: ActorContext,
  { workplaceId, archived }: { workplaceId: string; archived: boolean },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    await archive(ctx, await lockWorkplace(ctx, { workplaceId, mode: 'UPDATE', as: 'OWNER' }), { archived })
  })
}

/** The workplaces that the actor runs, the newest first. */
export async function ledWorkplaces(ctx: ActorContext, { archived }: { archived: boolean }) {
  const rows = await ctx.db.workplace.findMany({
    where: { place: { ...ledBy(ctx.actor), archivedAt: archived ? { not: null } : null } },
    orderBy: [{ place: { createdAt: 'desc' } }, { id: 'desc' }],
    select: {
      ...{ id: true, country: true, currency: true },
      place: {
        select: {
          ...{ name: true, timeZone: true, archivedAt: true },
          leaders: { where: { userId: ctx.actor.id }, select: { role: true } },
          _count: { select: { members: { where: { leftAt: null } } } },
        },
      },
    },
  })
  return rows.map(({ place: { leaders, _count, ...place }, ...workplace }) => ({
    ...workplace,
    ...place,
    people: _count.members,
    assists: leaders[0]?.role === 'ASSISTANT',
  }))
}

/** How far a new workplace is: what the list of first steps shows as done. */
async function stepsDone({ db }: ActorContext, workplaceId: string) {
  const [people, invited, kiosk, entry] = await Promise.all([
    db.member.count({ where: { placeId: workplaceId, leftAt: null } }),
    db.employmentInvitation.count({ where: { workplaceId } }),
    db.kiosk.findFirst({ where: { placeId: workplaceId, registeredAt: { not: null }, revokedAt: null } }),
    db.timeEntry.findFirst({ where: { workplaceId }, select: { id: true } }),
  ])
  return { people, invited, kiosk: kiosk !== null, clockedIn: entry !== null }
}

/** One workplace that the actor runs, with the lists that belong to it. */
export async function workplaceById(ctx: ActorContext, input: { workplaceId: string }) {
  const { place, owns, may, firstPeriod, ...workplace } = await requireWorkplace(ctx, input)
  const { workplaceId } = input
  const today = dayDate(dayOf(ctx.clock(), place.timeZone))
  const [kinds, sites, holidays, rules, steps] = await Promise.all([
    ctx.db.workKind.findMany({ where: { workplaceId, archivedAt: null }, orderBy: { name: 'asc' } }),
    ctx.db.site.findMany({ where: { workplaceId }, orderBy: { name: 'asc' } }),
    ctx.db.holiday.findMany({ where: { workplaceId }, orderBy: { day: 'asc' } }),
    ctx.db.ruleSet.findMany({ where: { workplaceId, supersededAt: null }, orderBy: { from: 'desc' } }),
    stepsDone(ctx, workplaceId),
  ])
  const { name, timeZone, liveness, joinCode, archivedAt } = place
  return {
    ...workplace,
    ...{ name, timeZone, liveness, joinCode, archivedAt, owns, may, kinds, sites, steps },
    firstPeriod: dayText(firstPeriod),
    exceptions: exceptionSettings(exceptionSettingsSchema.parse(workplace.exceptions)),
    holidays: holidays.map(({ day, ...holiday }) => ({ ...holiday, day: dayText(day) })),
    rules: rules.map(({ from, preset }) => ({ from: dayText(from), preset, begun: from <= today })),
  }
}
