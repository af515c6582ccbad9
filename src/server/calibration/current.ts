import 'server-only'
import { type Calibration, identifyThreshold } from '@/domain/face/calibration'
import type { SiteThresholds } from '@/domain/face/site-thresholds'
import type { ServiceContext } from '../context/context'
import type { Calibration as CalibrationRow } from '../db/generated/client'
import { readKept } from './kept'
import { newestCalibration, runCalibration } from './run'

/** The calibration that decides at this moment. */
export interface CurrentCalibration {
  /** What a face check or a roll call records as the version that decided. */
  id: number
  thresholds: SiteThresholds
  /**
   * The threshold for naming one of so many people, at which a stranger is named in a share `fpir` of the tries at
   * most; null where this site's people cannot support it.
   */
  identify: (gallerySize: number, fpir: number) => number | null
}

/** A row as what it decides by. */
export function inForce(row: CalibrationRow): CurrentCalibration {
  const { thresholds, levels } = readKept(row.curves)
  const known: Pick<Calibration, 'levels'> = { levels }
  return {
    id: row.id,
    thresholds,
    identify: (gallerySize, fpir) => identifyThreshold(known, gallerySize, fpir),
  }
}

const measuring = new WeakMap<object, Map<string, Promise<CalibrationRow>>>()

/**
 * The thresholds in force for a recogniser. Where there is no version for the wanted rates yet (a new installation,
 * a new recogniser, a changed setting) one is made of whoever is enrolled, so that every check has one to name.
 */
export async function currentCalibration(
  ctx: Pick<ServiceContext, 'db' | 'clock' | 'settings'>,
  model: string,
): Promise<CurrentCalibration> {
  const row = await newestCalibration(ctx, ctx.db, model)
  if (row) return inForce(row)
  // Of many who come at the same moment one has the site measured, for all of this process.
  const running = measuring.get(ctx.db) ?? new Map<string, Promise<CalibrationRow>>()
  measuring.set(ctx.db, running)
  const key = JSON.stringify([model, ctx.settings.wantedRates])
  const run = running.get(key) ?? runCalibration(ctx, model).finally(() => running.delete(key))
  running.set(key, run)
  return inForce(await run)
}
