import { beginCounting, countPairs, countPhoto, finishCounting } from './calibration-counting'
import type { ScorePrior } from './calibration-prior'
import { cohortOf, cohortWeight, nearestToMember } from './cohort'
import { rowProducts } from './dot'
import { byNumbers, cosine, meanInOrder, unit } from './matching'
import type { GalleryPerson, SiteScores } from './site-scores'
import { topOf } from './top-scores'

/** Comparisons at most; of more, photos are taken evenly. */
const MOST_COMPARISONS = 30_000_000
/** Comparisons between two pauses: a few milliseconds of work. */
const A_STEP = 20_000

/** A photo's cosine with the mean of the same person's others; null where it is the only one. */
function ownCosine(vectors: readonly Float32Array[], photo: number): number | null {
  const others = vectors.filter((_, i) => i !== photo)
  return others.length === 0 ? null : cosine(unit(vectors[photo] as Float32Array), meanInOrder(others))
}

/** The lowest cosine that one of a person's vectors has with the mean of the others; 1 where there is only one. */
export function lowestOwnCosine(vectors: readonly Float32Array[]): number {
  return vectors.reduce((least, _, i) => Math.min(least, ownCosine(vectors, i) ?? 1), 1)
}

/** Pauses after every few thousand comparisons. */
function pacer() {
  let done = 0
  return (comparisons: number): boolean => {
    done += comparisons
    if (done < A_STEP) return false
    done = 0
    return true
  }
}

/**
 * Every photo of every person against every other person, in steps of a few milliseconds, so that whoever drives it
 * can let others go on in between. People without a vector do not count; the order of people and photos does not
 * matter. Throws RangeError where vectors differ in length.
 * @param rules how far the nearest other must stay behind, and from which cosine on two templates are no strangers'
 */
export function* scoreSite(
  gallery: readonly GalleryPerson[],
  rules: Pick<ScorePrior, 'lead' | 'twins'>,
): Generator<void, SiteScores> {
  const people = gallery
    .filter(({ vectors }) => vectors.length > 0)
    .sort((x, y) => (x.id < y.id ? -1 : x.id > y.id ? 1 : 0))
  const pause = pacer()
  const members: { id: string; template: Float32Array }[] = []
  for (const { id, vectors } of people) {
    members.push({ id, template: meanInOrder(vectors) })
    if (pause(vectors.length * 30)) yield
  }
  const cohort = cohortOf(members)
  const c = beginCounting(cohort, {
    weight: cohortWeight(people.length),
    lead: rules.lead,
    twins: rules.twins,
  })
  for (const member of members) {
    c.tops.push(topOf(nearestToMember(cohort, member).map(({ score }) => score)))
    if (pause(people.length)) yield
  }
  const photos = people.reduce((sum, { vectors }) => sum + vectors.length, 0)
  const every = Math.max(1, (photos * people.length) / MOST_COMPARISONS)
  const between = new Float64Array(people.length)
  let photo = 0
  for (const [row, person] of people.entries()) {
    rowProducts(cohort.packed, people.length, members[row]?.template ?? new Float32Array(0), between)
    countPairs(c, row, between)
    c.scores.lowestOwn.set(person.id, lowestOwnCosine(person.vectors))
    for (const [i, vector] of [...person.vectors.entries()].sort(([, a], [, b]) => byNumbers(a, b))) {
      const own = ownCosine(person.vectors, i)
      if (Math.floor(photo / every) !== Math.floor((photo - 1) / every))
        countPhoto(c, { row, index: i, vector: unit(vector), own }, between)
      photo++
      if (pause(2 * people.length)) yield
    }
  }
  return finishCounting(c, photos)
}
