import 'server-only'
import { randomUUID } from 'node:crypto'
import type { WantedEntry } from '@/domain/corrections-schema'
import { AppError } from '@/domain/errors'
import { dayOf } from '@/domain/time'
import { timesProblem, type Worked } from '@/domain/time-entries'
import { dayDate } from '@/domain/weeks'
import type { TxContext } from '../context/tx-context'
import type { Database } from '../db/prisma'
import { requireUnlocked } from '../pay-periods/signatures'
import { employmentOn } from '../workplaces/employed'
import { type Entry, entryFields, lockHours, withTimes } from './entry'
import { saveEntry, touchedBy } from './save'

export interface Correcting {
  workplaceId: string
  userId: string
  /** Null for time that is missing. */
  entryId: string | null
  /** Null where the entry is to go. */
  wanted: WantedEntry | null
  /** Whether an entry that was removed comes back. */
  restores?: boolean
  /** CORRECTION where the person asked for it, HAND where a leader did it. */
  method: 'CORRECTION' | 'HAND'
  actorId: string
  reason: string
}

/** The times that are wanted, as instants. */
function timesOf({ startedAt, endedAt, breaks }: WantedEntry): Worked {
  return {
    startedAt: new Date(startedAt),
    endedAt: new Date(endedAt),
    breaks: breaks.map((pause) => ({
      startedAt: new Date(pause.startedAt),
      endedAt: new Date(pause.endedAt),
    })),
  }
}

async function requireKind(db: Database, workplaceId: string, kindId: string | null): Promise<void> {
  if (kindId === null) return
  if ((await db.workKind.count({ where: { id: kindId, workplaceId } })) === 0)
    throw new AppError('timeEntries.kind_unknown')
}

/** Refuses what cannot be, before anybody decides about it. */
export async function requireCorrectable(
  db: Database,
  { workplaceId, wanted }: Pick<Correcting, 'workplaceId' | 'wanted'>,
  now: Date,
): Promise<void> {
  if (!wanted) return
  await requireKind(db, workplaceId, wanted.kindId)
  const problem = timesProblem(timesOf(wanted), now)
  if (problem) throw new AppError(`timeEntries.${problem}`)
}

/** The employment to which time belongs that somebody says they worked. */
export async function employmentAt(
  db: Database,
  { workplaceId, userId, startedAt }: { workplaceId: string; userId: string; startedAt: Date },
): Promise<string> {
  const { timeZone } = await db.place.findUniqueOrThrow({
    where: { id: workplaceId },
    select: { timeZone: true },
  })
  const day = dayDate(dayOf(startedAt, timeZone))
  const employment = await employmentOn(db, { workplaceId, userId, day })
  if (!employment) throw new AppError('timeEntries.not_employed')
  return employment.id
}

async function missing(db: Database, of: Correcting, wanted: WantedEntry): Promise<Entry> {
  const { workplaceId, userId, method } = of
  const times = timesOf(wanted)
  return {
    ...{ id: randomUUID(), employmentId: await employmentAt(db, { ...of, ...times }), userId, workplaceId },
    ...{ ...times, kindId: wanted.kindId, inMethod: method, outMethod: method },
    ...{ inSite: null, inDistance: null, outSite: null, outDistance: null },
    ...{ flag: null, undisputedUntil: null, removedAt: null },
    workedThrough: wanted.workedThrough ?? false,
  }
}

/** The entry as it is to be. What the person clocked themselves keeps how they did it. */
async function corrected(
  db: Database,
  before: Entry,
  wanted: WantedEntry,
  method: Correcting['method'],
): Promise<Entry> {
  const times = timesOf(wanted)
  const moved = times.endedAt?.getTime() !== before.endedAt?.getTime()
  const began = times.startedAt.getTime() !== before.startedAt.getTime()
  return {
    ...withTimes(before, times),
    ...(began && { employmentId: await employmentAt(db, { ...before, ...times }) }),
    kindId: wanted.kindId,
    inMethod: began ? method : before.inMethod,
    outMethod: moved ? method : before.outMethod,
    ...{ flag: null, undisputedUntil: null, removedAt: null },
    workedThrough: wanted.workedThrough ?? before.workedThrough,
  }
}

/** The entry of somebody at a workplace as it stands, or one that was removed; throws where it is none. */
export async function entryOf(
  db: Database,
  {
    entryId: id,
    userId,
    workplaceId,
    restores,
  }: Pick<Correcting, 'userId' | 'workplaceId' | 'restores'> & { entryId: string },
): Promise<Entry> {
  const entry = await db.timeEntry.findFirst({
    where: { id, userId, workplaceId, ...(!restores && { removedAt: null }) },
    select: entryFields,
  })
  if (!entry) throw new AppError('request.not_found')
  return entry
}

/** Writes what is wanted, under the lock of the person's hours; what stood before, and what stands now. */
export async function correct(
  ctx: TxContext,
  of: Correcting,
): Promise<{ before: Entry | null; after: Entry }> {
  const { tx, now } = ctx
  const { userId, entryId, wanted, method, actorId, reason: text } = of
  await requireCorrectable(tx, of, now)
  await lockHours(tx, userId)
  const before = entryId === null ? null : await entryOf(tx, { ...of, entryId })
  if (before && before.endedAt === null) throw new AppError('timeEntries.still_in')
  const after = wanted
    ? before
      ? await corrected(tx, before, wanted, method)
      : await missing(tx, of, wanted)
    : before && { ...before, removedAt: now }
  if (!after) throw new AppError('request.not_found')
  const touches = touchedBy(before, after)
  const decided = before?.flag ? (touches[0] ?? null) : null
  for (const touched of touches) await requireUnlocked(tx, touched, decided)
  await saveEntry(ctx, { before, after, actorId, text })
  return { before, after }
}

/** What a correction keeps of an entry, to be shown and to be gone back to. */
export const asWanted = ({ startedAt, endedAt, breaks, kindId, workedThrough }: Entry): WantedEntry | null =>
  endedAt && {
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    kindId,
    workedThrough,
    breaks: breaks.flatMap((pause) =>
      pause.endedAt ? { startedAt: pause.startedAt.toISOString(), endedAt: pause.endedAt.toISOString() } : [],
    ),
  }
