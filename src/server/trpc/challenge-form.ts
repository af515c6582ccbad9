import 'server-only'
import { z } from 'zod'
import { CHALLENGE_MS, MAX_CHALLENGE_FRAMES, MIN_CHALLENGE_FRAMES } from '@/domain/face/challenge'
import { idSchema } from '@/domain/id'
import { once, pictureField, several } from './form-input'

const BURST = 3

/** Milliseconds since the steps of the challenge were told, of the frame at the same place. */
const frameTime = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .refine((at) => at <= 2 * CHALLENGE_MS)

/** The fields that answer a challenge, in any form that takes one. */
export const challengeFields = {
  challengeId: once(idSchema).optional(),
  at: several(frameTime, MIN_CHALLENGE_FRAMES, MAX_CHALLENGE_FRAMES).optional(),
  frame: several(pictureField, 1, MAX_CHALLENGE_FRAMES),
}

interface ChallengeFields {
  challengeId?: string | undefined
  at?: number[] | undefined
  frame: Blob[]
}

/** A burst, or the frames of a challenge with a time for each. */
export function isBurstOrChallenge({ challengeId, at, frame }: ChallengeFields): boolean {
  if (challengeId === undefined) return at === undefined && frame.length <= BURST
  return at !== undefined && at.length === frame.length
}

/** The frames of a form, and the challenge that they answer. */
export function framesOf({ challengeId, at, frame }: ChallengeFields) {
  return { frames: frame, challenge: challengeId && at ? { id: challengeId, at } : undefined }
}
