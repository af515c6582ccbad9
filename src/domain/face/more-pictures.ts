import { type BurstDecision, type BurstFrame, clearestFrame, gateBurst } from './burst'
import { cosine, unit } from './matching'
import { type Compare, type Limits, type Look, lookOf } from './verification'

/** What a first look and the frames that follow it are decided by. */
export interface Together {
  /** Compares with `limitsTogether`. */
  compare: Compare
  /** Cosine from which two frames show one person. */
  samePerson: number
}

/** So much of the way from `likely` to a threshold is asked for beyond it, where a second look was needed. */
const BEYOND = 0.2

/**
 * What two looks together must reach. Whoever is looked at twice has two chances, so at the threshold of one look
 * strangers would pass 1.3 to 1.7 times as often; a fifth of the way from `likely` beyond it keeps them below 1.25
 * times, by simulation (docs/recognition.md).
 */
export function limitsTogether<Some extends Limits>(limits: Some): Some {
  const beyond = (threshold: number) => threshold + BEYOND * Math.max(0, threshold - limits.likely)
  return { ...limits, alone: beyond(limits.alone), verify: beyond(limits.verify) }
}

/**
 * Decides a check whose first look came near the threshold: the new frames pass the gate by themselves, each must show
 * the person of the first look, and the mean of all frames of both is compared once. Where they show somebody else,
 * nothing but the first look counts, which was not enough.
 * @throws RangeError where the frames are of another recogniser than the first look
 */
export function decideTogether(
  first: Look,
  frames: readonly BurstFrame[],
  { compare, samePerson }: Together,
): BurstDecision {
  const usable = gateBurst(frames)
  if ('outcome' in usable) return usable
  const before = unit(first.sum)
  const samePersons = usable.every(({ vector }) => cosine(before, unit(vector)) >= samePerson)
  const look = samePersons ? joined(first, lookOf(usable)) : first
  const all = unit(look.sum)
  const comparison = compare(all)
  const clearest = clearestFrame(usable, all)
  const compared = {
    frame: clearest?.index ?? 0,
    similarity: comparison.score,
    comparison,
    live: clearest?.live ?? null,
    look,
  }
  const enough = comparison.likeness === 'same' || comparison.likeness === 'possible'
  return samePersons && enough
    ? { outcome: 'MATCHED', reason: null, ...compared }
    : { outcome: 'NOT_MATCHED', reason: 'face.not_recognised', ...compared }
}

function joined(a: Look, b: Look): Look {
  return { sum: a.sum.map((value, i) => value + (b.sum[i] as number)), frames: a.frames + b.frames }
}
