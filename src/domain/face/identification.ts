import { type BurstFrame, type BurstRefusal, clearestFrame, gateBurst } from './burst'
import { type Cohort, type CohortMember, type Correction, cohortScore, probeOf } from './cohort'
import { burstVector, type Comparison } from './verification'

export interface IdentificationRules extends Correction {
  /** Corrected score from which the burst shows a person of the gallery. */
  threshold: number
  /** The least cosine. */
  least: number
  /** How far, as a cosine, everybody else of the site and of the gallery must stay behind. */
  margin: number
}

/** Whom a gallery is looked through by: the people who may be named, and the site's, against whom scores are held. */
export interface Gallery<Person extends CohortMember = CohortMember> {
  people: readonly Person[]
  cohort: Cohort
}

export type Identification =
  | BurstRefusal
  /** Nobody of the gallery, or more than one might be meant. */
  | { outcome: 'UNKNOWN'; live: number | null }
  | ({ outcome: 'KNOWN'; live: number | null; frame: number } & Named)

/** Who was named, and by what comparison. */
export interface Named {
  id: string
  comparison: Comparison
}

/**
 * 1:N: the one person of the gallery whom a vector shows: the corrected score must reach the threshold, and everybody
 * else, whether of the gallery or of the site, must stay behind by the margin. Null where it is nobody, or not surely
 * one. The order of the gallery does not matter: of two who are equal neither is meant. Throws RangeError where the
 * vectors come from different recognisers.
 */
export function nameOf(
  vector: Float32Array,
  { people, cohort }: Gallery,
  rules: IdentificationRules,
): Named | null {
  const probe = probeOf(cohort, vector)
  const scored = people
    .map((person) => ({ id: person.id, ...cohortScore(cohort, probe, person, rules) }))
    .sort((a, b) => b.score - a.score)
  const [best] = scored
  if (!best || best.score < rules.threshold || best.cosine < rules.least) return null
  const others = scored.slice(1).map(({ cosine }) => cosine)
  const next = Math.max(...others, best.lead === null ? -1 : best.cosine - best.lead)
  const behind = best.cosine - next
  if (behind <= 0 || behind < rules.margin) return null
  const { id, ...comparison } = best
  return { id, comparison: { ...comparison, likeness: 'same' } }
}

/**
 * Who of the gallery is in these up to 3 frames of one person. The frames that pass the gate become one vector,
 * their mean.
 */
export function identify(
  frames: readonly BurstFrame[],
  gallery: Gallery,
  rules: IdentificationRules,
): Identification {
  const usable = gateBurst(frames)
  if ('outcome' in usable) return usable
  const all = burstVector(usable)
  const shown = clearestFrame(usable, all)
  const live = shown?.live ?? null
  const named = nameOf(all, gallery, rules)
  return named ? { outcome: 'KNOWN', live, frame: shown?.index ?? 0, ...named } : { outcome: 'UNKNOWN', live }
}
