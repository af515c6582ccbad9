import 'server-only'
import type { PrismaClient } from '../db/generated/client'

const KEPT_MS = 7 * 24 * 60 * 60 * 1000

/** Deletes events that no open screen can still ask for: a page reads everything anew when it is loaded. */
export async function purgeEvents(ctx: { db: PrismaClient; clock: () => Date }): Promise<void> {
  const before = new Date(ctx.clock().getTime() - KEPT_MS)
  await ctx.db.event.deleteMany({ where: { createdAt: { lt: before } } })
}
