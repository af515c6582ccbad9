import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError } from '@/domain/errors'
import { dayOf } from '@/domain/time'
import { act, type ClockAct, type EntryMethod, forgottenOut } from '@/domain/time-entries'
import { dayDate } from '@/domain/weeks'
import { siteCheck } from '@/domain/work-sites'
import type { Position } from '@/domain/work-sites-schema'
import type { TxContext } from '../context/tx-context'
import type { Database } from '../db/prisma'
import { employmentOn } from '../workplaces/employed'
import { type Entry, lastEntry, lockHours, withTimes } from './entry'
import { saveEntry } from './save'
import { keepTried } from './tried'

/** What somebody says beside clocking. */
export interface WorkWish {
  /** What they are about to do, where there are several kinds of work. */
  kindId?: string | undefined
  /** Where their device says that it is. */
  position?: Position | undefined
  /** At clock-out: no break is to be deducted. */
  workedThrough?: boolean | undefined
}

export interface WorkAct extends WorkWish {
  workplaceId: string
  userId: string
  what: ClockAct
  method: EntryMethod
}

/** The workplace of somebody who belongs to it, with what clocking there goes by. */
export async function workplaceOf(
  db: Database,
  { workplaceId, userId }: { workplaceId: string; userId: string },
) {
  const workplace = await db.workplace.findFirst({
    where: { id: workplaceId, place: { archivedAt: null, members: { some: { userId, leftAt: null } } } },
    select: {
      longestShiftMinutes: true,
      faceClocking: true,
      outsideSites: true,
      kinds: { where: { archivedAt: null }, orderBy: { name: 'asc' }, select: { id: true, name: true } },
      sites: { select: { latitude: true, longitude: true, radius: true } },
      place: { select: { id: true, name: true, timeZone: true, liveness: true } },
    },
  })
  if (!workplace) throw new AppError('request.not_found')
  return workplace
}
type WorkplaceAt = Awaited<ReturnType<typeof workplaceOf>>

/** The kind of work that somebody is about to do: theirs to say where there are several. */
function kindFor({ kinds }: WorkplaceAt, wanted: string | undefined): string | null {
  if (wanted !== undefined && !kinds.some(({ id }) => id === wanted))
    throw new AppError('timeEntries.kind_unknown')
  if (wanted === undefined && kinds.length > 1) throw new AppError('timeEntries.kind_needed')
  return wanted ?? kinds[0]?.id ?? null
}

function siteFor({ sites, outsideSites }: WorkplaceAt, { position, what }: WorkAct) {
  const found = siteCheck(position ?? null, sites)
  if (found?.site === 'OUTSIDE' && outsideSites === 'REFUSED')
    throw new AppError('timeEntries.outside_site', { metres: found.distance })
  const site = found?.site ?? null
  const distance = found?.distance ?? null
  return what === 'in' ? { inSite: site, inDistance: distance } : { outSite: site, outDistance: distance }
}

interface Decided {
  workplace: WorkplaceAt
  /** An entry that nobody ended, as it ends by itself. */
  forgotten: { before: Entry; after: Entry } | null
  before: Entry | null
  /** Null where nothing changes. */
  after: Entry | null
}

const fresh = { endedAt: null, outMethod: null, outSite: null, outDistance: null } as const
const unflagged = { flag: null, undisputedUntil: null, workedThrough: false, removedAt: null } as const

async function newEntry(
  db: Database,
  wanted: WorkAct,
  workplace: WorkplaceAt,
  startedAt: Date,
): Promise<Entry> {
  const { workplaceId, userId, method, kindId } = wanted
  const day = dayDate(dayOf(startedAt, workplace.place.timeZone))
  const employment = await employmentOn(db, { workplaceId, userId, day })
  if (!employment) throw new AppError('timeEntries.not_employed')
  return {
    ...{ id: randomUUID(), employmentId: employment.id, userId, workplaceId },
    ...{ ...fresh, ...unflagged, inSite: null, inDistance: null },
    ...{ kindId: kindFor(workplace, kindId), startedAt, inMethod: method, breaks: [] },
    ...siteFor(workplace, wanted),
  }
}

/** An entry as it ends by itself after the longest shift; null while that lasts. */
export function endedByItself(entry: Entry, longestMinutes: number, now: Date): Entry | null {
  const ended = forgottenOut(entry, longestMinutes, now)
  if (!ended) return null
  const { entry: times, undisputedUntil } = ended
  return {
    ...withTimes(entry, times),
    ...{ outMethod: 'LONGEST_SHIFT', flag: 'FORGOTTEN_OUT', undisputedUntil },
  }
}

/** What an act makes of what stands. Throws where somebody may not do it. */
export async function decideAct(db: Database, wanted: WorkAct, now: Date): Promise<Decided> {
  const { what, method, workedThrough = false } = wanted
  const workplace = await workplaceOf(db, wanted)
  const found = await lastEntry(db, wanted)
  const ended = found && endedByItself(found, workplace.longestShiftMinutes, now)
  const forgotten = found && ended ? { before: found, after: ended } : null
  const before = ended ?? found
  const effect = act(before, what, now)
  if (effect.kind === 'not_in')
    throw new AppError(before?.flag ? 'timeEntries.ended_by_itself' : 'timeEntries.not_in')
  if (effect.kind === 'stands') return { workplace, forgotten, before, after: null }
  if (what === 'in') {
    const after = await newEntry(db, wanted, workplace, effect.entry.startedAt)
    return { workplace, forgotten, before: null, after }
  }
  if (!before) throw new AppError('timeEntries.not_in')
  const times = withTimes(before, effect.entry)
  const left = { outMethod: method, workedThrough, ...siteFor(workplace, wanted) }
  return { workplace, forgotten, before, after: what === 'out' ? { ...times, ...left } : times }
}

/** Does it, by what stands when everything of the person is held. */
export async function applyAct(ctx: TxContext, wanted: WorkAct): Promise<{ entry: Entry; changed: boolean }> {
  await lockHours(ctx.tx, wanted.userId)
  const { forgotten, before, after } = await decideAct(ctx.tx, wanted, ctx.now)
  if (forgotten) await saveEntry(ctx, { ...forgotten, actorId: null })
  const stands = after ?? before
  if (!stands) throw new AppError('timeEntries.not_in')
  if (after) await saveEntry(ctx, { before, after, actorId: wanted.userId })
  await keepTried(ctx, stands)
  return { entry: stands, changed: after !== null }
}
