import 'server-only'
import type { RollCallBands } from '@/domain/face/roll-call'
import { BASIC_RECOGNISER } from '@/domain/face/thresholds'
import { currentCalibration } from '../calibration/current'
import type { ServiceContext } from '../context/context'

/** What decides a roll call, and which calibration it comes from. */
export interface RollCallRules {
  bands: RollCallBands
  calibrationId: number
  /** The basic recogniser never preselects. */
  preselect: boolean
}

/** The rules in force. A new installation's are worked out first, so ask before a transaction is begun. */
export async function rollCallRules(ctx: ServiceContext, model: string): Promise<RollCallRules> {
  const { id, thresholds } = await currentCalibration(ctx, model)
  const { sure, likely, least, margin, sameFace, weight, most } = thresholds
  return {
    bands: { sure, likely, least, margin, sameFace, weight, most },
    calibrationId: id,
    preselect: model !== BASIC_RECOGNISER,
  }
}
