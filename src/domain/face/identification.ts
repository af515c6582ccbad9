import { type BurstFrame, type BurstRefusal, gateBurst } from './burst'
import { cosine, meanTemplate } from './matching'

/** Somebody who may be recognised. */
export interface GalleryPerson {
  id: string
  /** Mean of the person's vectors, of unit length. */
  template: Float32Array
}

export interface IdentificationRules {
  /** Cosine from which the burst shows a person of the gallery. */
  threshold: number
  /** How far the runner-up must stay behind. */
  margin: number
}

export type Identification =
  | BurstRefusal
  /** Nobody of the gallery, or more than one might be meant. */
  | { outcome: 'UNKNOWN'; live: number | null }
  | { outcome: 'KNOWN'; id: string; similarity: number; live: number | null; frame: number }

/**
 * 1:N: who of the gallery is in these up to 3 frames of one person. The frames that pass the gate (all of them PAD,
 * where there is a model) become one probe, their mean: it must reach the threshold with one person and leave the
 * runner-up behind by the margin. The order of the gallery does not matter: of two who are equal neither is meant.
 * Throws RangeError where the vectors come from different recognisers.
 */
export function identify(
  frames: readonly BurstFrame[],
  gallery: readonly GalleryPerson[],
  { threshold, margin }: IdentificationRules,
): Identification {
  const usable = gateBurst(frames)
  if ('outcome' in usable) return usable
  const probe = meanTemplate(usable.map(({ vector }) => vector))
  let best: GalleryPerson | null = null
  let similarity = Number.NEGATIVE_INFINITY
  let runnerUp = Number.NEGATIVE_INFINITY
  for (const person of gallery) {
    const alike = cosine(probe, person.template)
    if (alike > similarity) {
      runnerUp = similarity
      similarity = alike
      best = person
    } else if (alike > runnerUp) runnerUp = alike
  }
  const [shown = usable[0]] = usable.toSorted(
    (a, b) => cosine(b.vector, probe) - cosine(a.vector, probe) || a.index - b.index,
  )
  const live = shown?.live ?? null
  const ambiguous = similarity === runnerUp || similarity - runnerUp < margin
  if (!best || similarity < threshold || ambiguous) return { outcome: 'UNKNOWN', live }
  return { outcome: 'KNOWN', id: best.id, similarity, live, frame: shown?.index ?? 0 }
}
