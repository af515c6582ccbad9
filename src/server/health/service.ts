import 'server-only'
import { pool } from '../db/pool'
import { availableModels } from '../face/model-store'

const patienceMs = 2000

export interface Health {
  status: 'ok' | 'down'
  database: 'ok' | 'down'
  /** The recogniser in use; null when faces cannot be recognised at all. */
  recogniser: string | null
  /** Whether presentation attacks are told from live faces. */
  pad: boolean
  version: string
}

async function databaseAnswers(): Promise<boolean> {
  const answer = pool()
    .query('SELECT 1')
    .then(
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
export async function health(): Promise<Health> {
  const [answers, { recognisers, pad }] = await Promise.all([databaseAnswers(), availableModels()])
  const database = answers ? 'ok' : 'down'
  return {
    status: database,
    database,
    recogniser: recognisers[0] ?? null,
    pad,
    version: process.env.CLOCKFACE_VERSION ?? 'unknown',
  }
}
