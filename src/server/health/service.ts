import 'server-only'
import type { Pool } from 'pg'
import { faceReadiness, type RecogniserId } from '../face/face-engine'

const patienceMs = 2000

export interface Health {
  status: 'ok' | 'down'
  database: 'ok' | 'down'
  /** The recogniser in use; null when faces cannot be recognised at all, as when the engine has failed to start. */
  recogniser: RecogniserId | null
  /** Whether presentation attacks are told from live faces. */
  pad: boolean
  version: string
}

interface HealthContext {
  pool: Pool
  /** Folder of the models; by default that of this installation. */
  modelsDir?: string
}

async function databaseAnswers(pool: Pool): Promise<boolean> {
  const answer = pool.query('SELECT 1').then(
    () => true,
    () => false,
  )
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patienceMs, false)
  })
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer))
}

/** What works at this moment. Without the database nothing does; without a recogniser classes go on by hand. */
export async function health({ pool, modelsDir }: HealthContext): Promise<Health> {
  const [answers, { recogniser, pad }] = await Promise.all([databaseAnswers(pool), faceReadiness(modelsDir)])
  const database = answers ? 'ok' : 'down'
  return { status: database, database, recogniser, pad, version: process.env.CLOCKFACE_VERSION ?? 'unknown' }
}
