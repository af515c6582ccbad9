import { type FaceObservation, type Instruction, judge, LONGEST_GAP, type Turn } from './observation'

/** Where the guiding stands. */
export interface Guidance {
  /** The words on screen. */
  instruction: Instruction
  /** Since when they are there, in the observations' milliseconds. */
  since: number
  /** How much of the time that the face must be good is over, 0 to 1. */
  progress: number
  /** Take the picture now. */
  take: boolean
  /** Another instruction that waits until it has lasted. */
  waiting: { instruction: Instruction; since: number } | null
  good: { from: number; last: number; frames: number } | null
  before: FaceObservation | null
  /** What the picture must differ by from those before it. */
  turn: Turn | null
}

/** How long the face must be good before the picture is taken, in milliseconds. */
export const HOLD_FOR = 700
/** Words stay at least this long, and others must last this long before they replace them; praise comes sooner. */
const SHOWN_AT_LEAST = 800
const PRAISE_AFTER = 300
const MUST_LAST = 250
/** A bad frame between good ones is forgiven when it is this short. */
const LAPSE = 250

/** Where guidance begins. `now`: milliseconds of a clock that only goes forward. */
export function startGuidance(now: number, turn: Turn | null = null): Guidance {
  return {
    instruction: 'starting',
    since: now - SHOWN_AT_LEAST,
    progress: 0,
    take: false,
    waiting: null,
    good: null,
    before: null,
    turn,
  }
}

/**
 * The guiding after one more frame. It says `take` when the face has been good for `holdFor` milliseconds, with at
 * least two good frames; start anew with `startGuidance` after that.
 */
export function guide(state: Guidance, seen: FaceObservation, holdFor = HOLD_FOR): Guidance {
  const verdict = judge(seen, state.before, state.instruction, state.turn)
  const good = goodAfter(state, seen, verdict)
  const words = wordsAfter(state, seen.at, verdict)
  const held = good ? good.last - good.from : 0
  return {
    ...words,
    good,
    before: seen,
    turn: state.turn,
    progress: good ? (holdFor > 0 ? Math.min(1, held / holdFor) : 1) : 0,
    take: verdict === 'perfect' && good !== null && good.frames > 1 && held >= holdFor,
  }
}

function goodAfter(
  { good, before }: Guidance,
  seen: FaceObservation,
  verdict: Instruction,
): Guidance['good'] {
  const goesOn = good && before && seen.at - before.at <= LONGEST_GAP
  if (verdict === 'perfect') {
    return goesOn
      ? { from: good.from, last: seen.at, frames: good.frames + 1 }
      : { from: seen.at, last: seen.at, frames: 1 }
  }
  const forgiven = verdict !== 'only_you' && goesOn && seen.at - good.last <= LAPSE
  return forgiven ? good : null
}

function wordsAfter(state: Guidance, now: number, verdict: Instruction) {
  const { instruction, since } = state
  if (verdict === instruction) return { instruction, since, waiting: null }
  const waiting =
    state.waiting?.instruction === verdict ? state.waiting : { instruction: verdict, since: now }
  const stay = { instruction, since, waiting }
  const replace = { instruction: verdict, since: now, waiting: null }
  if (instruction === 'starting') return replace
  const shownFor = now - since
  if (verdict === 'perfect') return shownFor >= PRAISE_AFTER ? replace : stay
  return shownFor >= SHOWN_AT_LEAST && now - waiting.since >= MUST_LAST ? replace : stay
}
