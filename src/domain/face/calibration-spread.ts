import type { ClaimedPerson, SiteScores } from './site-scores'

/** A rate so many times the whole's, or the whole's so many times it, still counts as the whole's. */
const LIKE_THE_WHOLE = 1.25
/** So many pictures held against a person count as much as what is known of all. */
const PICTURES_LIKE_ALL = 200

/** The share of a normal distribution above z (Abramowitz and Stegun 26.2.17, to 7.5e-8). */
function aboveNormal(z: number): number {
  if (z < 0) return 1 - aboveNormal(-z)
  const t = 1 / (1 + 0.2316419 * z)
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)) * series
}

/** The score that a share `rate` of all pictures reaches, each person's scores being a bell curve. */
function scoreFor(people: readonly ClaimedPerson[], rate: number): number {
  let low = -3
  let high = 1
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2
    const share = people.reduce((sum, one) => sum + rateOf(one, middle), 0) / people.length
    if (share > rate) low = middle
    else high = middle
  }
  return high
}

const rateOf = ({ mean, spread }: ClaimedPerson, score: number) =>
  aboveNormal((score - mean) / Math.max(1e-6, spread))

/** Each person's spread, drawn to that of all as far as few pictures tell little of it. */
function steadied(people: readonly ClaimedPerson[]): ClaimedPerson[] {
  const all = people.reduce((sum, { spread }) => sum + spread, 0) / Math.max(1, people.length)
  return people.map(({ count, mean, spread }) => {
    const own = count / (count + PICTURES_LIKE_ALL)
    return { count, mean, spread: own * spread + (1 - own) * all }
  })
}

/**
 * The share of people whose own rate of false matches lies within 1.25 times of the whole's, either way. Nobody's own
 * rate can be counted where it is 1 in 1,000, so it is carried on from the mean and the spread of the scores that the
 * others' pictures have with this person.
 */
function likeTheWhole(people: readonly ClaimedPerson[], rate: number): number {
  if (people.length === 0) return 1
  const steady = steadied(people)
  const score = scoreFor(steady, rate)
  const like = steady.filter((one) => {
    const times = rateOf(one, score) / rate
    return times <= LIKE_THE_WHOLE && times >= 1 / LIKE_THE_WHOLE
  })
  return like.length / people.length
}

/** How evenly strangers' chances are spread over the people of a site, before and after the correction. */
export interface SpreadBetweenPeople {
  raw: number
  corrected: number
}

export function spreadBetweenPeople({ claimed }: SiteScores, rate: number): SpreadBetweenPeople {
  return { raw: likeTheWhole(claimed.raw, rate), corrected: likeTheWhole(claimed.corrected, rate) }
}
