import 'server-only'
import type { RollCallBands } from '@/domain/face/roll-call'
import type { ServiceContext } from '../context'

/** What decides a roll call: the bands, the cosine of one and the same person, and which calibration they come from. */
export interface RollCallRules {
  bands: RollCallBands
  samePerson: number
  calibrationId: number | null
  lookAlikes: [string, string][]
  /** The basic recogniser never preselects. */
  preselect: boolean
}

export async function rollCallRules(_ctx: ServiceContext, model: string): Promise<RollCallRules> {
  const basic = model === 'dlib'
  return {
    bands: basic ? { sure: 1, likely: 0.945, margin: 0.01 } : { sure: 0.55, likely: 0.4, margin: 0.1 },
    samePerson: basic ? 0.96 : 0.53,
    calibrationId: null,
    lookAlikes: [],
    preselect: !basic,
  }
}
