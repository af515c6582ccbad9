import type { FaceQuality } from './quality'

/** What a challenge can ask for. Left and right are the person's own. */
export const challengeSteps = ['TURN_LEFT', 'TURN_RIGHT', 'LOOK_UP', 'COME_CLOSER'] as const
export type ChallengeStep = (typeof challengeSteps)[number]

/** How many steps a challenge has. */
export const CHALLENGE_LENGTH = 2

/**
 * A random sequence of steps, none of them twice. One at least is a movement of the head, because only one of the four
 * steps is none: a flat picture can be brought closer.
 * @param random gives a number from 0 up to, not including, 1; must be unpredictable.
 */
export function drawChallenge(random: () => number): ChallengeStep[] {
  const left: ChallengeStep[] = [...challengeSteps]
  return Array.from({ length: CHALLENGE_LENGTH }, () => {
    const [step] = left.splice(Math.floor(random() * left.length), 1)
    if (!step) throw new RangeError('The random numbers must lie below 1')
    return step
  })
}

/** What of a face's measures tells how the head is held. */
export type Pose = Pick<FaceQuality, 'yaw' | 'pitch' | 'eyeDistance'>

/** How the head has moved since the first frame, which is the person's own neutral. */
export interface Movement {
  /** Change of yaw; the picture is not mirrored, so the person's left is on its right, where yaw grows. */
  left: number
  /** Change of pitch, positive upwards. */
  up: number
  /** Distance between the eyes against that of the first frame. */
  size: number
}

/** How a pose differs from the person's neutral one: `left` and `up` in its own units, `size` as a ratio of eye distances. */
export function movementOf(neutral: Pose, now: Pose): Movement {
  return {
    left: now.yaw - neutral.yaw,
    up: neutral.pitch - now.pitch,
    size: now.eyeDistance / Math.max(1, neutral.eyeDistance),
  }
}

/**
 * How far each step must go. A turn of .3 is about 20 degrees, a look up of .25 about as many, far from a profile.
 * docs/liveness.md says what they were measured on.
 */
export const stepExtent: Record<ChallengeStep, number> = {
  TURN_LEFT: 0.3,
  TURN_RIGHT: 0.3,
  LOOK_UP: 0.25,
  COME_CLOSER: 0.2,
}

/**
 * How much of a step a movement is: 1 is just enough, 0 or less nothing or the other way. With the head turned, neither
 * pitch nor the distance of the eyes can be measured, so those two count only while it is not.
 */
export function progressOf(step: ChallengeStep, { left, up, size }: Movement): number {
  const turned = Math.abs(left) >= stepExtent.TURN_LEFT
  const moved = {
    TURN_LEFT: left,
    TURN_RIGHT: -left,
    LOOK_UP: turned ? 0 : up,
    COME_CLOSER: turned ? 0 : size - 1,
  }[step]
  return moved / stepExtent[step]
}

/** How much of another step than the one asked for is clearly that other step. */
const CLEARLY = 1.5

/**
 * Whether somebody does something else: `clearly` of another step than this one and the one they come back from.
 */
export function isAnotherStep(
  movement: Movement,
  step: ChallengeStep,
  before: ChallengeStep | undefined,
  clearly = CLEARLY,
): boolean {
  if (progressOf(step, movement) >= 1) return false
  return challengeSteps.some(
    (other) => other !== step && other !== before && progressOf(other, movement) >= clearly,
  )
}

/** Yaw that a first frame may have: cameras stand beside screens, and faces are not symmetric. */
export const NEUTRAL_YAW = 0.3

/** Changes of yaw and pitch with which a face still looks into the camera. */
const FRONTAL = { left: 0.2, up: 0.24 }

/** Whether a face that moved this much from its neutral pose still looks into the camera. */
export function isFrontal({ left, up }: Movement): boolean {
  return Math.abs(left) <= FRONTAL.left && Math.abs(up) <= FRONTAL.up
}
