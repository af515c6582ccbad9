import { type BurstDecision, type BurstFrame, clearestFrame, gateBurst } from './burst'
import { cosine, unit } from './matching'
import { burstVector, type Compare, type Comparison, type Limits, likenessOf } from './verification'

/** What a first look and the frames that follow it are decided by. */
export interface Together {
  compare: Compare
  /** Those that `compare` goes by. */
  limits: Limits
  /** Cosine from which two frames show one person. */
  samePerson: number
}

/**
 * Decides a check whose first look came near the threshold: the new frames pass the gate by themselves, each must show
 * the person of the first look, and the mean of what both looks score must be enough. Where they show somebody else,
 * nothing but the first look counts, which was not enough.
 *
 * The scores are averaged, and not the vectors: two looks differ more than the frames of one, and a mean of vectors that
 * differ lies nearer to everybody, strangers too (1.6 times as many pass, 2.6 with the basic recogniser; of the mean of
 * the scores 1.1 to 1.25 times; docs/recognition.md).
 * @param first the mean of the first look's frames, of unit length
 * @throws RangeError where the frames are of another recogniser than the first look
 */
export function decideTogether(
  first: Float32Array,
  frames: readonly BurstFrame[],
  { compare, limits, samePerson }: Together,
): BurstDecision {
  const usable = gateBurst(frames)
  if ('outcome' in usable) return usable
  const vector = burstVector(usable)
  const samePersons = usable.every((one) => cosine(first, unit(one.vector)) >= samePerson)
  const before = compare(first)
  const comparison = samePersons ? mean(before, compare(vector), limits) : before
  const clearest = clearestFrame(usable, vector)
  const compared = {
    frame: clearest?.index ?? 0,
    similarity: comparison.score,
    comparison,
    live: clearest?.live ?? null,
  }
  const enough = comparison.likeness === 'same' || comparison.likeness === 'possible'
  return samePersons && enough
    ? { outcome: 'MATCHED', reason: null, ...compared }
    : { outcome: 'NOT_MATCHED', reason: 'face.not_recognised', ...compared }
}

/** The looks count alike, however many frames of them were good: a poor first one must not leave all to the second. */
function mean(a: Comparison, b: Comparison, limits: Limits): Comparison {
  const score = {
    score: (a.score + b.score) / 2,
    cosine: (a.cosine + b.cosine) / 2,
    lead: a.lead === null || b.lead === null ? null : (a.lead + b.lead) / 2,
  }
  return { ...score, likeness: likenessOf(score, limits) }
}
