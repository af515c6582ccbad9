import 'server-only'
import { randomInt } from 'node:crypto'
import { makeJoinCode } from '@/domain/classes'
import { isUniqueViolation } from '../db/errors'

const CODE_TRIES = 5

/** Writes with a fresh join code, and again with another in the rare case that it is taken. */
export async function withFreshCode<Result>(write: (joinCode: string) => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write(makeJoinCode(randomInt))
    } catch (error) {
      if (!isUniqueViolation(error) || tries === CODE_TRIES) throw error
    }
  }
}
