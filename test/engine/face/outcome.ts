import { AppError } from '@/domain/errors'
import type { FaceEngine } from '@/server/face/face-engine'

/** What a picture is answered with, as one word: `ok`, the problem, or the code of the error. */
export async function outcomeOf(engine: FaceEngine, picture: Uint8Array): Promise<string> {
  try {
    const result = await engine.readSelfie(picture)
    return result.ok ? 'ok' : result.problem
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
