import { rowProducts } from './dot'
import { cosine, unit } from './matching'

/** How many of the site's people nearest to a picture, and to a template, a score is held against. */
export const NEAREST = 5
/** Two more are kept ready, so that the claimed person and whoever stands there can be left out. */
const READY = NEAREST + 2

/** Up to so few people say nothing about how much people here resemble each other, and from so many all. */
const FADES = { from: 8, to: 60 }
/** What of the two shares is subtracted in full. docs/recognition.md says what was measured. */
const FULL_WEIGHT = 0.55

/** One person who may be compared with others. */
export interface CohortMember {
  id: string
  /** The mean of the person's vectors, of unit length. */
  template: Float32Array
}

/** Somebody of the cohort and how near they come, as a cosine. */
export interface Near {
  id: string
  score: number
}

/**
 * The people of a site whose faces may be compared: one mean template each, packed so that one picture is held against
 * all of them in one pass. Who is nearest to each is worked out when first asked for, kept, and mended as people come
 * and go.
 */
export interface Cohort {
  /** Numbers a vector; 0 while nobody is in it. */
  length: number
  ids: string[]
  rows: Map<string, number>
  packed: Float32Array
  near: Map<string, Near[]>
  /** Told everybody whose template had a part in a score, where somebody wants to know. */
  seen: Set<string> | null
  /** Where the products of one pass are written. */
  products: Float64Array
}

const ROOM = 64

const NOBODY: ReadonlySet<string> = new Set()

export function emptyCohort(): Cohort {
  return {
    length: 0,
    ids: [],
    rows: new Map(),
    packed: new Float32Array(0),
    near: new Map(),
    seen: null,
    products: new Float64Array(0),
  }
}

/** A cohort of these people. Throws RangeError where vectors come from different recognisers. */
export function cohortOf(members: Iterable<CohortMember>): Cohort {
  const cohort = emptyCohort()
  for (const member of members) putMember(cohort, member)
  return cohort
}

function byNearness(x: Near, y: Near): number {
  return y.score - x.score || (x.id < y.id ? -1 : x.id > y.id ? 1 : 0)
}

/** Puts a neighbour into a list that is in order and holds READY at most. */
function insert(list: Near[], one: Near): void {
  const last = list[READY - 1]
  if (last && byNearness(last, one) <= 0) return
  let at = list.length
  while (at > 0 && byNearness(one, list[at - 1] as Near) < 0) at--
  list.splice(at, 0, one)
  if (list.length > READY) list.pop()
}

/** The products of a vector with everybody's template, in the order of `ids`; they stand until the next are asked for. */
export function productsWith(cohort: Cohort, vector: Float32Array): Float64Array {
  const { ids, packed } = cohort
  if (cohort.products.length < ids.length) cohort.products = new Float64Array(packed.length / cohort.length)
  rowProducts(packed, ids.length, vector, cohort.products)
  return cohort.products
}

/** Adds somebody, or gives them another template. */
export function putMember(cohort: Cohort, { id, template }: CohortMember): void {
  if (cohort.rows.has(id)) dropMember(cohort, id)
  if (cohort.ids.length === 0) cohort.length = template.length
  const { length } = cohort
  if (template.length !== length) throw new RangeError('The vectors come from different recognisers')
  const row = cohort.ids.length
  if ((row + 1) * length > cohort.packed.length) {
    const roomier = new Float32Array(Math.max(ROOM, 2 * row) * length)
    roomier.set(cohort.packed)
    cohort.packed = roomier
  }
  cohort.packed.set(template, row * length)
  cohort.ids.push(id)
  cohort.rows.set(id, row)
  if (cohort.near.size === 0) return
  const products = productsWith(cohort, template)
  for (const [other, list] of cohort.near)
    insert(list, { id, score: products[cohort.rows.get(other) ?? 0] as number })
}

/** Takes somebody out: from then on no score knows of them. */
export function dropMember(cohort: Cohort, id: string): void {
  const row = cohort.rows.get(id)
  if (row === undefined) return
  const { length, packed } = cohort
  const last = cohort.ids.length - 1
  const moved = cohort.ids[last] as string
  packed.copyWithin(row * length, last * length, (last + 1) * length)
  packed.fill(0, last * length, (last + 1) * length)
  cohort.ids[row] = moved
  cohort.ids.pop()
  cohort.rows.set(moved, row)
  cohort.rows.delete(id)
  cohort.near.delete(id)
  // A list that knew them lacks its next one, which has to be looked for.
  for (const [other, list] of cohort.near) if (list.some((one) => one.id === id)) cohort.near.delete(other)
}

/** The template of somebody of the cohort; undefined for anybody else. */
export function templateIn({ rows, packed, length }: Cohort, id: string): Float32Array | undefined {
  const row = rows.get(id)
  return row === undefined ? undefined : packed.subarray(row * length, (row + 1) * length)
}

/** Whoever of the cohort comes nearest to a vector of unit length, nearest first; `leftOut` does not count. */
export function nearestTo(cohort: Cohort, vector: Float32Array, leftOut?: string): Near[] {
  if (cohort.ids.length === 0) return []
  if (vector.length !== cohort.length) throw new RangeError('The vectors come from different recognisers')
  return nearestAmong(cohort, productsWith(cohort, vector), leftOut)
}

/** The same by products that are there already. */
export function nearestAmong({ ids }: Cohort, products: Float64Array, leftOut?: string): Near[] {
  const list: Near[] = []
  let least = Number.NEGATIVE_INFINITY
  for (let row = 0; row < ids.length; row++) {
    const score = products[row] as number
    if (score < least) continue
    const id = ids[row] as string
    if (id === leftOut) continue
    insert(list, { id, score })
    if (list.length === READY) least = (list[READY - 1] as Near).score
  }
  return list
}

/** Whoever comes nearest to somebody's template, themselves left out; worked out once and kept. */
export function nearestToMember(cohort: Cohort, member: CohortMember): Near[] {
  const own = templateIn(cohort, member.id)
  if (!own) return nearestTo(cohort, member.template, member.id)
  const known = cohort.near.get(member.id)
  if (known) return known
  const list = nearestTo(cohort, own, member.id)
  cohort.near.set(member.id, list)
  return list
}

/** How near the nearest come on average, without those who are left out; 0 where nobody is left. */
export function shareOf(near: readonly Near[], leftOut: string, alsoLeftOut = ''): number {
  let sum = 0
  let count = 0
  for (const { id, score } of near) {
    if (id === leftOut || id === alsoLeftOut) continue
    sum += score
    if (++count === NEAREST) break
  }
  return count === 0 ? 0 : sum / count
}

/** How much of the two shares is subtracted in a cohort of so many people: nothing of few, most of many. */
export function cohortWeight(people: number): number {
  const share = (people - FADES.from) / (FADES.to - FADES.from)
  return FULL_WEIGHT * Math.min(1, Math.max(0, share))
}

/** What is taken from a cosine for the people around. */
export interface Correction {
  /** How much of the two shares is subtracted. */
  weight: number
  /** The most that they may take together, so that nobody's neighbours can lock them out. */
  most: number
}

/** A corrected score of which no more is subtracted than the most. */
export function heldTo({ score, cosine }: { score: number; cosine: number }, most: number): number {
  return Math.max(score, cosine - most)
}

/** One picture against one claimed person, as it is decided by. */
export interface CohortScore {
  /** The corrected score, which thresholds are compared with. */
  score: number
  /** The cosine as it was before. */
  cosine: number
  /** How far everybody else of the site stays behind, as a difference of cosines; null where there is nobody else. */
  lead: number | null
}

/** A picture and who comes nearest to it, asked once for all whom it is compared with. */
export interface Probe {
  vector: Float32Array
  near: Near[]
}

export function probeOf(cohort: Cohort, vector: Float32Array): Probe {
  const one = unit(vector)
  return { vector: one, near: nearestTo(cohort, one) }
}

/**
 * The score of a picture for one person: the cosine less what the picture's and the template's nearest of the site's
 * people have on average, times the weight that so many people carry (adaptive symmetric normalisation without the
 * division, Matějka and others, Interspeech 2017), but no more than the most. The claimed person counts in neither.
 * @param correction that of the calibration whose thresholds the score is compared with
 * @param without somebody else who is taken for not being in the cohort, to measure what strangers reach
 * @param alike people who are known to look like the claimed one: no lead over them is asked for
 */
export function cohortScore(
  cohort: Cohort,
  { vector, near }: Probe,
  claimed: CohortMember,
  { weight, most }: Correction,
  without = '',
  alike: ReadonlySet<string> = NOBODY,
): CohortScore {
  const { id, template } = claimed
  const own = cosine(vector, template)
  const theirs = weight > 0 ? nearestToMember(cohort, claimed) : []
  if (cohort.seen) for (const one of [claimed, ...near, ...theirs]) cohort.seen.add(one.id)
  const next = near.find((one) => one.id !== id && one.id !== without && !alike.has(one.id))
  const shares = weight > 0 ? shareOf(near, id, without) + shareOf(theirs, id, without) : 0
  const score = heldTo({ score: own - weight * shares, cosine: own }, most)
  return { score, cosine: own, lead: next ? own - next.score : null }
}
