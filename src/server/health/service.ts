import 'server-only'
import { faceReadiness, type RecogniserId } from '../face/face-engine'
import { type ReadinessContext, readiness } from './readiness'

export interface Health {
  status: 'ok' | 'down'
  /** Whether it answers and takes what is written. */
  database: 'ok' | 'down'
  /** The recogniser in use; null when faces cannot be recognised at all, as when the engine has failed to start. */
  recogniser: RecogniserId | null
  /** Whether presentation attacks are told from live faces. */
  pad: boolean
  version: string
}

/** What works at this moment. Where nothing can be written nothing does; without a recogniser classes go on by hand. */
export async function health(ctx: ReadinessContext): Promise<Health> {
  const [lacks, { recogniser, pad }] = await Promise.all([readiness(ctx), faceReadiness(ctx.modelsDir)])
  const database = lacks.includes('write') ? 'down' : 'ok'
  const status = lacks.every((need) => need === 'engine') ? 'ok' : 'down'
  return { status, database, recogniser, pad, version: process.env.CLOCKFACE_VERSION ?? 'unknown' }
}

/** Whether requests should come here: all of it is there, the engine too. */
export async function isReady(ctx: ReadinessContext): Promise<boolean> {
  return (await readiness(ctx)).length === 0
}
