import 'server-only'
import type { ServiceContext } from '../context/context'
import { logger } from '../logger'
import { runCalibration } from './run'

const YEAR_MS = 365 * 24 * 60 * 60 * 1000

/** Measures the site anew by the recogniser in use; without one there is nothing to measure. */
export async function calibrateSite(ctx: ServiceContext): Promise<void> {
  const before = new Date(ctx.clock().getTime() - YEAR_MS)
  await ctx.db.enrolmentFailure.deleteMany({ where: { at: { lt: before } } })
  const model = await ctx.recogniser()
  if (!model) return
  const { id, people, impostorPairs } = await runCalibration(ctx, model)
  logger.info('the site was calibrated', { version: id, people, pairs: impostorPairs })
}
