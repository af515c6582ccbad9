import 'server-only'
import { AppError } from '@/domain/errors'
import { mayUndo } from '@/domain/undo'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import type { TxContext } from '../context/tx-context'
import { changesOf, type KnownChange } from '../ledger/read'
import { nowHeld, transact } from '../live/publish'
import { requireOthers, requireUnlocked } from '../pay-periods/signatures'
import { employmentAt, entryOf } from './correct'
import { type Entry, lockHours } from './entry'
import { requireDecides } from './people'
import { saveEntry, touchedBy } from './save'

/** The entry as it stood before a change; one that was new then goes. */
async function stoodBefore(
  { tx, now }: TxContext,
  entry: Entry,
  { before }: KnownChange<'time entry'>,
): Promise<Entry> {
  if (!before) return { ...entry, removedAt: now }
  const instant = (text: string | null) => (text === null ? null : new Date(text))
  const { kindId, inMethod, outMethod, flag, workedThrough } = before
  const startedAt = new Date(before.startedAt)
  return {
    ...{ ...entry, kindId, inMethod, outMethod, flag, workedThrough, startedAt },
    ...{ endedAt: instant(before.endedAt), undisputedUntil: instant(before.undisputedUntil) },
    breaks: before.breaks.map((pause) => ({
      startedAt: new Date(pause.startedAt),
      endedAt: instant(pause.endedAt),
    })),
    employmentId: await employmentAt(tx, { ...entry, startedAt }),
    removedAt: before.removed ? now : null,
  }
}

/**
 * Undoes the leader's own last change of somebody's entry, within seconds of it and before the person has answered: what
 * stood before stands again, its methods and flag too. Signatures that the change took back stay so.
 */
export async function undoEdit(ctx: ActorContext, { entryId: id }: { entryId: string }): Promise<void> {
  const found = await ctx.db.timeEntry.findFirst({
    where: { id, employment: { workplace: { place: ledBy(ctx.actor) } } },
    select: { workplaceId: true, userId: true },
  })
  if (!found) throw new AppError('request.not_found')
  await requireDecides(ctx, found.workplaceId)
  requireOthers(ctx, [found])
  await transact(ctx, async (begun) => {
    await lockHours(begun.tx, found.userId)
    const ctx = nowHeld(begun)
    const { tx, now, actor } = ctx
    const entry = await entryOf(tx, { ...found, entryId: id, restores: true })
    const [last] = await changesOf({ db: tx }, { subject: 'time entry', subjectId: id, take: 1 })
    if (!last || !mayUndo({ at: last.at, actorId: last.actor?.id ?? null }, actor.id, now))
      throw new AppError('timeEntries.undo_over')
    // The change that the person was told of: of one that they have answered there is no undoing.
    const { count } = await tx.correction.updateMany({
      where: { timeEntryId: id, askedById: actor.id, state: 'APPLIED', createdAt: last.at },
      data: { state: 'WITHDRAWN', decidedAt: now },
    })
    if (count === 0) throw new AppError('timeEntries.undo_over')
    const after = await stoodBefore(ctx, entry, last)
    const touches = touchedBy(entry, after)
    for (const touched of touches)
      await requireUnlocked(tx, touched, after.flag ? (touches[0] ?? null) : null)
    await saveEntry(ctx, { before: entry, after, actorId: actor.id })
  })
}
