import 'server-only'
import type { ServiceContext } from '../context'

const KEPT_MS = 7 * 24 * 60 * 60 * 1000

/** Deletes events that no open screen can still ask for: a page reads everything anew when it is loaded. */
export async function purgeEvents(ctx: Pick<ServiceContext, 'db' | 'clock'>): Promise<void> {
  const before = new Date(ctx.clock().getTime() - KEPT_MS)
  await ctx.db.liveEvent.deleteMany({ where: { createdAt: { lt: before } } })
}
