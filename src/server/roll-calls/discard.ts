import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext, ServiceContext } from '../context/context'
import { transact } from '../live/publish'
import { eraseMaterial, lockRollCall, ownRollCall, publishRollCall, underWay } from './access'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
/** People are told "a day later at the latest", and this is looked after once an hour. */
const KEPT_MS = DAY_MS - HOUR_MS

/** Ends a roll call without a mark and erases everything of it. Twice is harmless; what is confirmed stays so. */
export async function discardRollCall(ctx: ActorContext, input: { rollCallId: string }): Promise<void> {
  await ownRollCall(ctx, input.rollCallId)
  await discard(ctx, input.rollCallId, () => {
    throw new AppError('rollCalls.over')
  })
}

function discard(ctx: ServiceContext, rollCallId: string, onConfirmed: () => void): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { tx } = ctx
    const rollCall = await lockRollCall(tx, rollCallId)
    if (rollCall.state === 'CONFIRMED') return onConfirmed()
    if (rollCall.state === 'DISCARDED') return
    await eraseMaterial(tx, [rollCallId])
    await tx.rollCall.update({ where: { id: rollCallId }, data: { state: 'DISCARDED' } })
    publishRollCall(ctx, rollCall)
  })
}

/**
 * Discards what nobody confirmed within a day, and erases the vectors by which refused faces are known in other photos
 * once they are as old as evidence may be: they may be of people who agreed to nothing. Whom a roll call marked is kept
 * only while that can be undone; the records say it anyway.
 */
export async function purgeRollCalls(ctx: ServiceContext): Promise<{ discarded: number }> {
  const now = ctx.clock().getTime()
  const stale = await ctx.db.rollCall.findMany({
    where: { state: { in: [...underWay] }, createdAt: { lte: new Date(now - KEPT_MS) } },
    select: { id: true },
  })
  for (const { id } of stale) await discard(ctx, id, () => undefined)
  await ctx.db.rollCall.updateMany({
    where: { confirmedAt: { lte: new Date(now - HOUR_MS) }, markedIds: { isEmpty: false } },
    data: { markedIds: [] },
  })
  await ctx.db.refusedMatch.updateMany({
    where: { createdAt: { lte: new Date(now - ctx.settings.evidenceDays * DAY_MS) }, vector: { not: null } },
    data: { vector: null, model: null },
  })
  return { discarded: stale.length }
}
