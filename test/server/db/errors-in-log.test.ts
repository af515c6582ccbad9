import { randomUUID } from 'node:crypto'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import type { PrismaClient } from '@/server/db/generated/client'
import { toTrpcError } from '@/server/trpc/errors'

const world = testWorld()
const SCORE = 0.531234

/** What is logged of a call that ends in an error that nobody expected. */
async function logOf(call: (db: PrismaClient) => Promise<unknown>): Promise<string> {
  const write = process.stderr.write
  let written = ''
  process.env.LOG_LEVEL = 'info'
  process.stderr.write = (chunk) => {
    written += chunk
    return true
  }
  try {
    const error = await call(world.db).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    if (!error) throw new Error('The call did not fail')
    toTrpcError(error, 'a.procedure')
  } finally {
    process.stderr.write = write
    process.env.LOG_LEVEL = 'silent'
  }
  return written
}

const check = {
  purpose: 'CLOCK_IN',
  outcome: 'MATCHED',
  model: 'retail-0095',
  similarity: SCORE,
  threshold: SCORE,
  at: world.clock.now,
} as const

describe('the log of a write that fails', () => {
  test.each<[string, RegExp, (db: PrismaClient) => Promise<unknown>]>([
    [
      'that Prisma refuses',
      /argument `at`/,
      (db) => db.faceCheck.create({ data: { ...check, at: new Date(Number.NaN) } }),
    ],
    [
      'for somebody who is not there',
      /Foreign key/,
      (db) => db.faceCheck.create({ data: { ...check, purpose: 'SIGN_IN', userId: randomUUID() } }),
    ],
    ['that the database refuses', /FaceCheck_session_check/, (db) => db.faceCheck.create({ data: check })],
  ])('%s says what failed, and no number of its data', async (_title, says, call) => {
    const log = await logOf(call)
    expect(log).toMatch(says)
    expect(log).not.toContain('0.53')
  })
})
