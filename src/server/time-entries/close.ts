import 'server-only'
import { act } from '@/domain/time-entries'
import type { TxContext } from '../context/tx-context'
import { entryFields, lockHours, withTimes } from './entry'
import { saveEntry } from './save'

/** Whoever is still in goes out now, by somebody's hand: their time until then counts. */
export async function closeOpenEntry(
  ctx: TxContext,
  { employmentId, userId }: { employmentId: string; userId: string },
): Promise<void> {
  await lockHours(ctx.tx, userId)
  const before = await ctx.tx.timeEntry.findFirst({
    where: { employmentId, endedAt: null, removedAt: null },
    select: entryFields,
  })
  const effect = act(before, 'out', ctx.now)
  if (!before || effect.kind !== 'changed') return
  const after = { ...withTimes(before, effect.entry), outMethod: 'HAND' as const }
  await saveEntry(ctx, { before, after, actorId: ctx.actor?.id ?? null })
}
