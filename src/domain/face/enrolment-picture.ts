import type { ErrorCode } from '../errors'
import { isAttack } from './attack'

/**
 * The shorter side of a picture that is enrolled, in faces, at most: a face smaller than a quarter of it is one of a
 * scene, not the person a picture is of.
 */
const ENROLMENT_ROOM = 4

/**
 * Why a picture that passes the gate cannot be enrolled all the same; null when it can. More is asked than at clock-in,
 * because what is enrolled is what all later pictures are held against.
 * @param room the shorter side of the picture, in longer sides of the face.
 * @param live probability (0 to 1) that the face is bona fide; null without a PAD model.
 */
export function enrolmentProblem(selfie: {
  live: number | null
  room: number
}): Extract<ErrorCode, 'enrolment.too_far' | 'enrolment.not_live'> | null {
  if (selfie.room > ENROLMENT_ROOM) return 'enrolment.too_far'
  return isAttack(selfie) ? 'enrolment.not_live' : null
}
