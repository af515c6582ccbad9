import type { ErrorCode } from '../errors'
import {
  type ChallengeStep,
  isAnotherStep,
  isFrontal,
  type Movement,
  movementOf,
  NEUTRAL_YAW,
  progressOf,
} from './challenge-steps'
import { cosine } from './matching'
import { type FaceProblem, type FaceQuality, faceProblem } from './quality'
import { thresholdsOf } from './thresholds'

/** A person has so long for a challenge, in milliseconds from its start. */
export const CHALLENGE_MS = 60_000
/** Frames that a challenge may be answered with, and those that it needs at least: first, one a step, last. */
export const MAX_CHALLENGE_FRAMES = 10
export const MIN_CHALLENGE_FRAMES = 4

/**
 * Cosine from which two frames of a challenge show one person, turned or not: by the turned heads of the AT&T database
 * (docs/liveness.md), between the lowest of one person (.56, dlib .933) and the highest of two (.36, dlib .928).
 */
export function samePersonThroughout(recogniser: string): number {
  return thresholdsOf(recogniser).throughout
}

/** One frame of an answer as the engine read it. */
export type ChallengeFrame = {
  /** Milliseconds since the browser was told the steps. */
  at: number
} & (
  | { problem: FaceProblem }
  | { problem: null; quality: FaceQuality; vector: Float32Array; live: number | null }
)

export type UsableChallengeFrame = Extract<ChallengeFrame, { problem: null }>

/** Why a challenge was not passed, as something the person can change. */
export type ChallengeProblem = Extract<
  ErrorCode,
  | 'challenge.not_seen'
  | 'challenge.wrong_way'
  | 'challenge.too_fast'
  | 'challenge.not_frontal'
  | 'challenge.other_person'
  | 'challenge.wrong_times'
>

export type ChallengeVerdict =
  /** Indices of the frames that face the camera (the first, and up to two at the end), and of those that show each step. */
  | { passed: true; frontal: number[]; reached: number[] }
  | { passed: false; reason: FaceProblem | ChallengeProblem; frame: number }

/** Nobody moves the head from one pose of a challenge to the next in less; in milliseconds. */
export const FASTEST = 250
/** The movement into a pose must be seen: the frame before it, not yet there, is at most this much older. */
export const MOVEMENT_MS = 4000
/** Frames follow each other at least at this distance: two of one camera picture are one. */
const BETWEEN_FRAMES = 25
/** Clocks of browser and server tick alike; this is for rounding. */
const TOLERANCE = 250
/** Frames at the end that must face the camera. */
const LAST_FRAMES = 2

export interface ChallengeAnswer {
  steps: readonly ChallengeStep[]
  frames: readonly ChallengeFrame[]
  /** Milliseconds on the server from the challenge's start until its answer had arrived. */
  elapsed: number
  /** Cosine from which two frames, turned or not, show one person. */
  samePerson: number
}

/**
 * Whether the frames show one person who faces the camera, does what was asked in order and in a time in which people
 * move, and faces the camera again. The first frame is the person's own neutral; later poses are measured against it.
 * It says nothing about who the person is, nor whether the frontal frames pass presentation-attack detection.
 * Frames without a usable face are passed over, except where they are needed.
 */
export function judgeChallenge({ steps, frames, elapsed, samePerson }: ChallengeAnswer): ChallengeVerdict {
  const refuse = (reason: FaceProblem | ChallengeProblem, frame: number): ChallengeVerdict => ({
    passed: false,
    reason,
    frame,
  })
  const wrongTime = firstWrongTime(frames, elapsed)
  if (wrongTime !== null) return refuse('challenge.wrong_times', wrongTime)
  const ends = endsOf(frames)
  if ('problem' in ends) return refuse(ends.problem, ends.frame)

  const usable = frames.flatMap((frame, index) => (frame.problem === null ? [{ ...frame, index }] : []))
  const stranger = firstStranger(usable, samePerson)
  if (stranger !== null) return refuse('challenge.other_person', stranger)

  const moved = usable.map(({ at, index, quality }) => ({
    at,
    index,
    movement: movementOf(ends.neutral, quality),
  }))
  const course = followSteps(steps, moved)
  if ('reason' in course) return refuse(course.reason, course.frame)
  const reached = course.reached.map(({ index }) => index)

  const after = moved.filter(({ index }) => index > (reached.at(-1) ?? 0)).slice(-LAST_FRAMES)
  const [back] = after
  const turned = after.find(({ movement }) => !isFrontal(movement))
  if (!back || turned) return refuse('challenge.not_frontal', turned?.index ?? frames.length - 1)
  if (back.at - (course.reached.at(-1)?.at ?? 0) < FASTEST) return refuse('challenge.too_fast', back.index)
  return { passed: true, frontal: [0, ...after.map(({ index }) => index)], reached }
}

/** Times begin at or after the start, grow, and end before the answer arrived. */
function firstWrongTime(frames: readonly ChallengeFrame[], elapsed: number): number | null {
  let earliest = 0
  for (const [index, { at }] of frames.entries()) {
    if (!(at >= earliest) || at > elapsed + TOLERANCE) return index
    earliest = at + BETWEEN_FRAMES
  }
  return elapsed > CHALLENGE_MS + TOLERANCE ? frames.length - 1 : null
}

/** The pose of the first frame, or what is wrong with the frames that must be good; two faces are wrong in any. */
function endsOf(
  frames: readonly ChallengeFrame[],
): { neutral: FaceQuality } | { problem: FaceProblem | ChallengeProblem; frame: number } {
  const several = frames.findIndex(({ problem }) => problem === 'face.several')
  if (several >= 0) return { problem: 'face.several', frame: several }
  const [first] = frames
  const last = frames.at(-1)
  for (const [frame, end] of [
    [0, first],
    [frames.length - 1, last],
  ] as const) {
    const problem = end?.problem === null ? faceProblem(end.quality) : (end?.problem ?? 'face.none')
    if (problem) return { problem, frame }
  }
  if (first?.problem !== null) return { problem: 'face.none', frame: 0 }
  if (Math.abs(first.quality.yaw) > NEUTRAL_YAW) return { problem: 'challenge.not_frontal', frame: 0 }
  return { neutral: first.quality }
}

/** The first frame that shows somebody else than the first frame, or than the one before it. */
function firstStranger(
  frames: readonly (UsableChallengeFrame & { index: number })[],
  samePerson: number,
): number | null {
  const [first] = frames
  let before = first
  for (const frame of frames) {
    if (!first || !before) break
    if (cosine(first.vector, frame.vector) < samePerson) return frame.index
    if (cosine(before.vector, frame.vector) < samePerson) return frame.index
    before = frame
  }
  return null
}

interface Moved {
  at: number
  index: number
  movement: Movement
}

/** The frames that show the steps, each with the movement towards it, or why not. */
function followSteps(
  steps: readonly ChallengeStep[],
  frames: readonly Moved[],
): { reached: Moved[] } | { reason: ChallengeProblem; frame: number } {
  const reached: Moved[] = []
  let from = 0
  for (const [i, step] of steps.entries()) {
    const start = frames[from]
    let found: Moved | undefined
    for (let j = from + 1; j < frames.length && !found; j++) {
      const frame = frames[j]
      const before = frames[j - 1]
      if (!frame || !before) break
      if (isAnotherStep(frame.movement, step, steps[i - 1]))
        return { reason: 'challenge.wrong_way', frame: frame.index }
      if (progressOf(step, frame.movement) < 1) continue
      if (progressOf(step, before.movement) >= 1 || frame.at - before.at > MOVEMENT_MS)
        return { reason: 'challenge.not_seen', frame: frame.index }
      found = frame
      from = j
    }
    if (!found || !start) return { reason: 'challenge.not_seen', frame: frames.at(-1)?.index ?? 0 }
    if (found.at - start.at < FASTEST) return { reason: 'challenge.too_fast', frame: found.index }
    reached.push(found)
  }
  return { reached }
}
