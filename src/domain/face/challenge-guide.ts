import { FASTEST, MOVEMENT_MS } from './challenge'
import {
  type ChallengeStep,
  isAnotherStep,
  isFrontal,
  movementOf,
  NEUTRAL_YAW,
  type Pose,
  progressOf,
} from './challenge-steps'
import { type Guidance, guide, startGuidance } from './guidance'
import type { FaceObservation, Instruction } from './observation'
import { severalFaces } from './quality'

/** What a person is to do now: a step, look into the camera again, or what the camera's own guidance says. */
export type ChallengeWords = ChallengeStep | 'FACE_CAMERA' | Instruction

/** What else helps: the movement goes the wrong way, or takes long. */
export type ChallengeHint = 'wrong_way' | 'slow' | null

/** What to do with the frame just seen: `remember` it as the one before a movement, or `keep` it for the answer. */
export type FrameUse = 'remember' | 'keep' | null

export interface ChallengeGuidance {
  phase: 'neutral' | 'step' | 'back' | 'done'
  /** Index of the step under way. */
  step: number
  words: ChallengeWords
  hint: ChallengeHint
  /** 0 to 1, of this phase. */
  progress: number
  use: FrameUse
  /** A `keep` takes the remembered frame along, in front. */
  withRemembered: boolean
  /** When this phase began, in the observations' milliseconds. */
  since: number
  neutral: Pose | null
  hold: Guidance
  rememberedAt: number | null
  faceAt: number
  ends: number
}

/** The server's limits are 1; asking for more means that what was seen here is seen there too. */
const REACHED = 1.2
const NOT_YET = 0.8
const STRAIGHT = 0.8
/** How long the face must be good at the beginning and at the end, in milliseconds. */
const HOLD_FIRST = 500
const HOLD_LAST = 150
/** Frames taken at the end. */
const END_FRAMES = 2
/** Longer than the server's least time between two poses. */
const AT_LEAST = FASTEST + 100
const AT_MOST = MOVEMENT_MS - 500
/** A face may be lost for a moment while it turns. */
const LOST_AFTER = 900
/** A step that takes longer gets a word of help. */
const SLOW = 12_000

/** Where guidance begins. `now`: milliseconds of a clock that only goes forward. */
export function startChallengeGuidance(now: number): ChallengeGuidance {
  return {
    phase: 'neutral',
    step: 0,
    words: 'starting',
    hint: null,
    progress: 0,
    use: null,
    withRemembered: false,
    since: now,
    neutral: null,
    hold: startGuidance(now),
    rememberedAt: null,
    faceAt: now,
    ends: 0,
  }
}

/** The guiding of a challenge after one more frame. */
export function guideChallenge(
  before: ChallengeGuidance,
  seen: FaceObservation,
  steps: readonly ChallengeStep[],
): ChallengeGuidance {
  const [face] = seen.faces
  const state: ChallengeGuidance = {
    ...before,
    use: null,
    withRemembered: false,
    faceAt: face ? seen.at : before.faceAt,
    hint: seen.at - before.since >= SLOW ? 'slow' : null,
  }
  if (state.phase === 'done') return state
  const step = steps[state.step]
  if (state.phase === 'step' && step && state.neutral) return guideStep(state, seen, step, steps)
  return guideFrontal(state, seen, steps)
}

/** At the beginning and at the end the face must be good and look into the camera. */
function guideFrontal(
  state: ChallengeGuidance,
  seen: FaceObservation,
  [first]: readonly ChallengeStep[],
): ChallengeGuidance {
  const back = state.phase === 'back'
  const hold = guide(
    state.hold,
    looksAway(state, seen) ? turnedAway(seen) : seen,
    back ? HOLD_LAST : HOLD_FIRST,
  )
  const words: ChallengeWords =
    back && ['look_straight', 'starting'].includes(hold.instruction) ? 'FACE_CAMERA' : hold.instruction
  const next: ChallengeGuidance = { ...state, hold, words, progress: hold.progress }
  const [face] = seen.faces
  if (!hold.take || !face || (back && seen.at - state.since < AT_LEAST)) return next
  if (!back) {
    const begun = entered(next, 'step', 0, seen.at)
    return { ...begun, words: first ?? 'FACE_CAMERA', neutral: face.quality, use: 'keep' }
  }
  const ends = state.ends + 1
  const kept: ChallengeGuidance = { ...next, use: 'keep', ends, hold: startGuidance(seen.at) }
  return ends < END_FRAMES ? { ...kept, words: hold.instruction } : { ...kept, phase: 'done', progress: 1 }
}

function looksAway({ neutral }: ChallengeGuidance, { faces: [face] }: FaceObservation): boolean {
  if (!face) return false
  if (!neutral) return Math.abs(face.quality.yaw) > NEUTRAL_YAW * STRAIGHT
  const { left, up, size } = movementOf(neutral, face.quality)
  return !isFrontal({ left: left / STRAIGHT, up: up / STRAIGHT, size })
}

/** The same observation with a face so far turned that the guidance asks it to look straight. */
function turnedAway(seen: FaceObservation): FaceObservation {
  return {
    ...seen,
    faces: seen.faces.map((face, i) => (i === 0 ? { ...face, quality: { ...face.quality, yaw: 1 } } : face)),
  }
}

function entered(
  state: ChallengeGuidance,
  phase: 'step' | 'back',
  step: number,
  at: number,
): ChallengeGuidance {
  return {
    ...state,
    phase,
    step,
    since: at,
    hint: null,
    progress: 0,
    rememberedAt: null,
    hold: startGuidance(at),
  }
}

function guideStep(
  state: ChallengeGuidance,
  seen: FaceObservation,
  step: ChallengeStep,
  steps: readonly ChallengeStep[],
): ChallengeGuidance {
  const [face] = seen.faces
  const { neutral } = state
  if (!face || !neutral) return { ...state, words: seen.at - state.faceAt > LOST_AFTER ? 'no_face' : step }
  if (severalFaces(seen.faces)) return { ...state, words: 'only_you' }
  const movement = movementOf(neutral, face.quality)
  const progress = progressOf(step, movement)
  const next: ChallengeGuidance = {
    ...state,
    words: step,
    progress: Math.max(0, Math.min(1, progress / REACHED)),
  }
  if (isAnotherStep(movement, step, steps[state.step - 1], REACHED)) return { ...next, hint: 'wrong_way' }
  if (progress < NOT_YET) return { ...next, use: 'remember', rememberedAt: seen.at }
  if (progress < REACHED || seen.at - state.since < AT_LEAST) return next
  if (state.rememberedAt === null || seen.at - state.rememberedAt > AT_MOST) {
    return { ...next, words: 'FACE_CAMERA' }
  }
  const last = state.step === steps.length - 1
  const reached = last
    ? entered(next, 'back', state.step, seen.at)
    : entered(next, 'step', state.step + 1, seen.at)
  return {
    ...reached,
    words: last ? 'FACE_CAMERA' : (steps[state.step + 1] ?? 'FACE_CAMERA'),
    use: 'keep',
    withRemembered: true,
  }
}
