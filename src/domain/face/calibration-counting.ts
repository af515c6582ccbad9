import { type Cohort, nearestAmong, productsWith } from './cohort'
import { closeCounts, countScore, emptyCounts } from './score-counts'
import type { ClaimedPerson, GenuineScore, SiteScores, StrangerScore } from './site-scores'
import { meanWithout, type Top, topOf } from './top-scores'

/** How many of the nearest pairs are kept with their people. */
const KEPT = 20_000

/** Sums of scores and of their squares, for each claimed person. */
interface Sums {
  count: Float64Array
  sum: Float64Array
  squares: Float64Array
}

/** Everything that is being counted, and what each person's template has ready. */
export interface Counting {
  cohort: Cohort
  /** How far, as a cosine, the nearest other must stay behind, and from which cosine two templates are no strangers'. */
  lead: number
  twins: number
  weight: number
  /** The nearest of each person's template, in the order of the cohort. */
  tops: Top[]
  scores: SiteScores
  raw: Sums
  corrected: Sums
  shares: number
}

export function beginCounting(cohort: Cohort, rules: Pick<Counting, 'weight' | 'lead' | 'twins'>): Counting {
  const people = cohort.ids.length
  const sums = (): Sums => ({
    count: new Float64Array(people),
    sum: new Float64Array(people),
    squares: new Float64Array(people),
  })
  return {
    cohort,
    ...rules,
    tops: [],
    scores: {
      people,
      photos: 0,
      pairs: (people * (people - 1)) / 2,
      weight: rules.weight,
      shares: 0,
      outsiders: emptyCounts(),
      members: emptyCounts(),
      leading: emptyCounts(),
      raw: emptyCounts(),
      nearest: [],
      genuine: [],
      lowestOwn: new Map(),
      claimed: { raw: [], corrected: [] },
    },
    raw: sums(),
    corrected: sums(),
    shares: 0,
  }
}

/** Nearest first; of equal ones by id. */
export function byNearness(x: StrangerScore, y: StrangerScore): number {
  return y.score - x.score || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1)
}

/** Lowest first; of equal ones by id and photo. */
export function byFit(x: GenuineScore, y: GenuineScore): number {
  return x.score - y.score || (x.id < y.id ? -1 : x.id > y.id ? 1 : x.photo - y.photo)
}

/** The person at `row` against everybody after them, by mean templates. `between`: their cosines. */
export function countPairs(c: Counting, row: number, between: Float64Array): void {
  const { ids } = c.cohort
  const own = c.tops[row] as Top
  for (let other = row + 1; other < ids.length; other++) {
    const alike = between[other] as number
    const shares = meanWithout(own, alike) + meanWithout(c.tops[other] as Top, alike)
    const score = alike - c.weight * shares
    c.scores.nearest.push({ a: ids[row] as string, b: ids[other] as string, score, cosine: alike })
  }
  if (c.scores.nearest.length > 2 * KEPT) c.scores.nearest = c.scores.nearest.sort(byNearness).slice(0, KEPT)
}

interface CountedPhoto {
  /** Whose it is, as a row of the cohort. */
  row: number
  index: number
  vector: Float32Array
  /** Its cosine with the mean of the same person's others; null where it is the only one. */
  own: number | null
}

/** One photo against everybody else. `between`: the cosines of its person's template with everybody. */
export function countPhoto(c: Counting, photo: CountedPhoto, between: Float64Array): void {
  const { row, vector, own } = photo
  const products = productsWith(c.cohort, vector)
  const near = nearestAmong(c.cohort, products, c.cohort.ids[row]).map(({ score }) => score)
  const outside = topOf(near)
  const inside = own === null ? outside : topOf([...near, own].sort((x, y) => y - x))
  const [first = Number.NEGATIVE_INFINITY, second = Number.NEGATIVE_INFINITY] = near
  for (let other = 0; other < c.tops.length; other++) {
    if (other === row || (between[other] as number) >= c.twins) continue
    const alike = products[other] as number
    const top = c.tops[other] as Top
    const shares = meanWithout(outside, alike) + meanWithout(top, between[other] as number)
    const stranger = alike - c.weight * shares
    const classmate = alike - c.weight * (meanWithout(inside, alike) + meanOf(top))
    countScore(c.scores.raw, alike)
    countScore(c.scores.outsiders, stranger)
    countScore(c.scores.members, classmate)
    const next = Math.max(own ?? Number.NEGATIVE_INFINITY, alike >= first ? second : first)
    if (alike - next >= c.lead) countScore(c.scores.leading, classmate)
    c.shares += shares
    add(c.raw, other, alike)
    add(c.corrected, other, stranger)
  }
  if (own === null) return
  const score = own - c.weight * (meanOf(outside) + meanOf(c.tops[row] as Top))
  const lead = near[0] === undefined ? null : own - near[0]
  c.scores.genuine.push({ id: c.cohort.ids[row] as string, photo: photo.index, score, cosine: own, lead })
}

const meanOf = ({ sum, count }: Top) => (count > 0 ? sum / count : 0)

function add({ count, sum, squares }: Sums, at: number, score: number): void {
  count[at] = (count[at] as number) + 1
  sum[at] = (sum[at] as number) + score
  squares[at] = (squares[at] as number) + score * score
}

/** How the others' pictures score against each person. */
function claimed({ count, sum, squares }: Sums): ClaimedPerson[] {
  return Array.from(sum, (total, i) => {
    const pictures = Math.max(1, count[i] as number)
    const mean = total / pictures
    const variance = (squares[i] as number) / pictures - mean * mean
    return { count: count[i] as number, mean, spread: Math.sqrt(Math.max(0, variance)) }
  })
}

export function finishCounting({ scores, raw, corrected, shares }: Counting, photos: number): SiteScores {
  for (const counts of [scores.outsiders, scores.members, scores.leading, scores.raw]) closeCounts(counts)
  const { count } = scores.outsiders
  return {
    ...scores,
    photos,
    shares: count > 0 ? shares / count : 0,
    nearest: scores.nearest.sort(byNearness).slice(0, KEPT),
    genuine: scores.genuine.sort(byFit),
    claimed: { raw: claimed(raw), corrected: claimed(corrected) },
  }
}
