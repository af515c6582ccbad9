import 'server-only'
import { AppError } from '@/domain/errors'
import type { Worked } from '@/domain/time-entries'
import type { TxContext } from '../context/tx-context'
import type { Database } from '../db/prisma'
import type { NewChange } from '../ledger/subjects'
import { publishHoursChanged } from '../live/hours-changed'
import { takeSignaturesBack } from '../pay-periods/signatures'
import type { Entry } from './entry'

/** What the ledger keeps of an entry. */
function asKept(entry: Entry) {
  const { startedAt, endedAt, breaks, undisputedUntil, removedAt } = entry
  const { kindId, inMethod, outMethod, flag, workedThrough } = entry
  const text = (instant: Date | null) => instant?.toISOString() ?? null
  return {
    ...{ kindId, inMethod, outMethod, flag, workedThrough },
    startedAt: startedAt.toISOString(),
    endedAt: text(endedAt),
    breaks: breaks.map((pause) => ({
      startedAt: pause.startedAt.toISOString(),
      endedAt: text(pause.endedAt),
    })),
    undisputedUntil: text(undisputedUntil),
    removed: removedAt !== null,
  }
}

interface EntryChange {
  /** Null for a new one. */
  before: Entry | null
  after: Entry
  /** Who wanted it; null where it came about by itself. */
  actorId: string | null
  /** A reason, beside the ledger. */
  text?: string | null
}

/** A change of an entry, as the ledger tells it. */
export function toldEntry({ before, after, actorId, text = null }: EntryChange): NewChange {
  return {
    ...{ subject: 'time entry', subjectId: after.id, actorId, placeId: after.workplaceId, text },
    ...{ before: before && asKept(before), after: asKept(after) },
  }
}

const sameBreaks = (a: Worked['breaks'], b: Worked['breaks']) => JSON.stringify(a) === JSON.stringify(b)

/** Refuses time that overlaps other time of the person's, wherever that was: who asks is not told where. */
async function requireFree(tx: Database, entry: Entry): Promise<void> {
  const { id, employmentId, userId, startedAt, endedAt } = entry
  const [overlap] = await tx.$queryRaw<Array<{ id: string }>>`
    SELECT other.id FROM "TimeEntry" other
    JOIN "Employment" own ON own.id = ${employmentId}::uuid
    JOIN "Employment" theirs ON theirs.id = other."employmentId"
    WHERE other."userId" = ${userId}::uuid AND other.id <> ${id}::uuid AND other."removedAt" IS NULL
      AND tstzrange(other."startedAt", other."endedAt") && tstzrange(${startedAt}::timestamptz, ${endedAt}::timestamptz)
      AND (own.id = theirs.id OR NOT (own.concurrent AND theirs.concurrent))
    LIMIT 1`
  if (overlap) throw new AppError('timeEntries.overlap')
}

/** Whether an entry takes time that it did not take before. */
function grows(before: Entry | null, after: Entry): boolean {
  if (!before || before.removedAt || before.employmentId !== after.employmentId) return true
  const until = ({ endedAt }: Entry) => endedAt?.getTime() ?? Number.POSITIVE_INFINITY
  return after.startedAt < before.startedAt || until(after) > until(before)
}

/** The hours that a change of an entry concerns: where it was, and where it is. */
export function touchedBy(before: Entry | null, after: Entry) {
  return (before ? [before, after] : [after]).map(({ employmentId, startedAt, endedAt }) => ({
    ...{ employmentId, from: startedAt, to: endedAt },
  }))
}

/**
 * Writes an entry of somebody whose hours are held, who changed what in it, and the event that tells open pages. Any
 * change takes the signatures of the period back.
 */
export async function saveEntry(
  ctx: TxContext,
  { before, after, actorId, text }: EntryChange,
): Promise<void> {
  const { tx, now, change } = ctx
  const { breaks, ...row } = after
  if (!after.removedAt && grows(before, after)) await requireFree(tx, after)
  for (const touched of touchedBy(before, after)) await takeSignaturesBack(ctx, touched)
  const { id: timeEntryId } = before
    ? await tx.timeEntry.update({ where: { id: before.id }, data: row, select: { id: true } })
    : await tx.timeEntry.create({ data: { ...row, createdAt: now }, select: { id: true } })
  if (!sameBreaks(before?.breaks ?? [], breaks)) {
    await tx.break.deleteMany({ where: { timeEntryId } })
    await tx.break.createMany({ data: breaks.map((pause) => ({ timeEntryId, ...pause })) })
  }
  change(toldEntry({ before, after: { ...after, id: timeEntryId }, actorId, text: text ?? null }))
  publishHoursChanged(ctx, after)
}
