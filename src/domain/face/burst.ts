import { burstIsLive } from './attack'
import { verify } from './matching'
import type { FaceProblem } from './quality'
import { PAD_THRESHOLD } from './thresholds'

/** One frame of a clock-in burst as the engine read it. */
export type BurstFrame =
  | { problem: FaceProblem }
  | { problem: null; vector: Float32Array; live: number | null }

export type BurstDecision =
  | { outcome: 'UNUSABLE'; reason: FaceProblem; frame: number; similarity: null; live: null }
  | { outcome: 'NOT_LIVE'; reason: 'face.not_live'; frame: number; similarity: null; live: number }
  | {
      outcome: 'NOT_MATCHED'
      reason: 'face.not_recognised'
      frame: number
      similarity: number
      live: number | null
    }
  | { outcome: 'MATCHED'; reason: null; frame: number; similarity: number; live: number | null }

/** The problem that most frames have; of several equally frequent ones, the one seen last. */
function commonestProblem(frames: readonly BurstFrame[]): { reason: FaceProblem; frame: number } {
  const counts = new Map<FaceProblem, number>()
  for (const { problem } of frames) if (problem) counts.set(problem, (counts.get(problem) ?? 0) + 1)
  let best: { reason: FaceProblem; frame: number } = { reason: 'face.none', frame: 0 }
  let most = 0
  for (const [frame, { problem }] of frames.entries()) {
    const count = problem ? (counts.get(problem) ?? 0) : 0
    if (problem && count >= most) {
      best = { reason: problem, frame }
      most = count
    }
  }
  return best
}

type UsableFrame = Extract<BurstFrame, { problem: null }> & { index: number }

/** Decisions that fall before anybody is compared with anybody. */
export type BurstRefusal = Extract<BurstDecision, { outcome: 'UNUSABLE' | 'NOT_LIVE' }>

/**
 * The frames that count, with their place in the burst, or why there is nothing to compare. Frames with a problem do
 * not count, but one must be left. Where there is a PAD model the usable frames must pass together (attack.ts), and
 * those that do not pass by themselves are shown to nobody: a picture of somebody else held before the camera for one
 * frame is neither compared nor averaged.
 */
export function gateBurst(frames: readonly BurstFrame[]): UsableFrame[] | BurstRefusal {
  const usable = frames.flatMap((frame, index) => (frame.problem === null ? [{ ...frame, index }] : []))
  if (usable.length === 0) {
    return { outcome: 'UNUSABLE', ...commonestProblem(frames), similarity: null, live: null }
  }
  const judged = usable.flatMap(({ live, index }) => (live === null ? [] : [{ live, index }]))
  const [first, ...others] = judged
  if (!first) return usable
  if (!burstIsLive(judged.map(({ live }) => live))) {
    const worst = others.reduce((low, one) => (one.live < low.live ? one : low), first)
    return {
      outcome: 'NOT_LIVE',
      reason: 'face.not_live',
      frame: worst.index,
      similarity: null,
      live: worst.live,
    }
  }
  return usable.filter(({ live }) => live === null || live >= PAD_THRESHOLD)
}

/**
 * Decides a one-to-one clock-in from a burst of up to 3 frames: what passes the gate is compared, its best frame with
 * the mean of the person's templates.
 * @param templates unit vectors of one person by the recogniser of the frames; at least one.
 * @param threshold cosine from which the burst is this person.
 */
export function decideBurst(
  frames: readonly BurstFrame[],
  templates: readonly Float32Array[],
  threshold: number,
): BurstDecision {
  const usable = gateBurst(frames)
  if ('outcome' in usable) return usable
  const match = verify({ frames: usable.map(({ vector }) => vector), templates, threshold })
  const best = usable[match.frame]
  const found = { frame: best?.index ?? 0, similarity: match.similarity, live: best?.live ?? null }
  return match.same
    ? { outcome: 'MATCHED', reason: null, ...found }
    : { outcome: 'NOT_MATCHED', reason: 'face.not_recognised', ...found }
}
