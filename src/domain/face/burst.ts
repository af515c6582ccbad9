import { burstIsLive } from './attack'
import { cosine } from './matching'
import type { FaceProblem } from './quality'
import { PAD_THRESHOLD } from './thresholds'
import { burstVector, type Compare, type Comparison } from './verification'

/** One frame of a clock-in burst as the engine read it. */
export type BurstFrame =
  | { problem: FaceProblem }
  | { problem: null; vector: Float32Array; live: number | null }

export type BurstDecision =
  | { outcome: 'UNUSABLE'; reason: FaceProblem; frame: number; similarity: null; live: null }
  | { outcome: 'NOT_LIVE'; reason: 'face.not_live'; frame: number; similarity: null; live: number }
  | (Compared & { outcome: 'NOT_MATCHED'; reason: 'face.not_recognised' })
  | (Compared & { outcome: 'MATCHED'; reason: null })

/** A burst that was compared. */
interface Compared {
  /** The frame that shows the face best. */
  frame: number
  /** The corrected score, which thresholds are compared with. */
  similarity: number
  comparison: Comparison
  live: number | null
  /** What was compared: the mean of the frames. Not there where somebody was found among many. */
  vector?: Float32Array
}

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

export type UsableFrame = Extract<BurstFrame, { problem: null }> & { index: number }

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

/** The frame that is most like all of them, to be shown to whoever looks at the check later. */
export function clearestFrame(usable: readonly UsableFrame[], all: Float32Array): UsableFrame | undefined {
  return usable.toSorted((a, b) => cosine(b.vector, all) - cosine(a.vector, all) || a.index - b.index)[0]
}

/**
 * Decides a one-to-one check from a burst: what passes the gate becomes one vector, their mean, and is compared once.
 * A face that counts only together with a code is matched too; `comparison` says so.
 */
export function decideBurst(frames: readonly BurstFrame[], compare: Compare): BurstDecision {
  const usable = gateBurst(frames)
  if ('outcome' in usable) return usable
  const all = burstVector(usable)
  const comparison = compare(all)
  const clearest = clearestFrame(usable, all)
  const compared: Compared = {
    frame: clearest?.index ?? 0,
    similarity: comparison.score,
    comparison,
    live: clearest?.live ?? null,
    vector: all,
  }
  return comparison.likeness === 'same' || comparison.likeness === 'possible'
    ? { outcome: 'MATCHED', reason: null, ...compared }
    : { outcome: 'NOT_MATCHED', reason: 'face.not_recognised', ...compared }
}
