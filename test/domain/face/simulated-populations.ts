import { type Calibration, identifyThreshold } from '@/domain/face/calibration'
import { type Cohort, type CohortMember, cohortOf, cohortScore, probeOf } from '@/domain/face/cohort'
import { nameOf } from '@/domain/face/identification'
import { meanTemplate, unit } from '@/domain/face/matching'
import type { GalleryPerson } from '@/domain/face/site-scores'
import { likenessOf, signInLimits } from '@/domain/face/verification'
import { normal } from './simulated-sites'

const SIZE = 64
/** A photo lies as far from its person as photos of LFW do: a fresh one has .79 with the mean of three others. */
const NOISE = 0.646

/** Somebody who can be photographed again and again. */
export interface Sitter {
  group: number
  photos: (count: number) => Float32Array[]
}

/** Draws people of the group with this number. */
export type Draw = (group: number) => Sitter

function mixed(a: Float32Array, x: number, b: Float32Array, y: number): Float32Array {
  return unit(a.map((value, i) => value * x + (b[i] as number) * y))
}

/** Unlike populations: each has a direction of its own, of which its people share so much. */
export function populations(commons: readonly number[], random: () => number): Draw {
  const direction = () => unit(Array.from({ length: SIZE }, () => normal(random)))
  const bases = commons.map(direction)
  return (group) => {
    const share = commons[group] as number
    const face = mixed(bases[group] as Float32Array, Math.sqrt(share), direction(), Math.sqrt(1 - share))
    return {
      group,
      photos: (count) => Array.from({ length: count }, () => mixed(face, 1, direction(), NOISE)),
    }
  }
}

/** So many people, of each group in turn. */
export function sitters(draw: Draw, groups: number, people: number): Sitter[] {
  return Array.from({ length: people }, (_, i) => draw(i % groups))
}

/** The same enrolled with three photos each. */
export function enrolled(site: readonly Sitter[], name = 'p'): GalleryPerson[] {
  return site.map(({ photos }, i) => ({ id: `${name}${String(i).padStart(5, '0')}`, vectors: photos(3) }))
}

export const memberOf = ({ id, vectors }: GalleryPerson): CohortMember => ({
  id,
  template: meanTemplate(vectors),
})

/** How often something happened, in how many cases. */
export interface Tally {
  events: number
  cases: number
}
const tally = (): Tally => ({ events: 0, cases: 0 })
function note(into: Tally, happened: boolean): void {
  into.cases++
  if (happened) into.events++
}
export const rate = ({ events, cases }: Tally) => (cases > 0 ? events / cases : 0)
export function pooled(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (all, one) => ({ events: all.events + one.events, cases: all.cases + one.cases }),
    tally(),
  )
}

/** What a site's thresholds come to on pictures that had no part in them. */
export interface Truth {
  /** Comparisons of pictures of people whom the site has never seen. */
  outsiders: Tally
  signIn: Tally
  /** Of those, by the picture's group. */
  groups: Tally[]
  /** Pictures of such people that are given a name among the whole site; no cases where nobody is named. */
  named: Tally
  /** Comparisons of fresh pictures of people who are enrolled, with another of them. */
  members: Tally
  /** Fresh pictures that were not taken for their person. */
  missed: Tally
}

interface Measured {
  calibration: Calibration
  people: readonly GalleryPerson[]
  site: readonly Sitter[]
  cohort?: Cohort
  /** People the site has never seen, one picture each. */
  outsiders: readonly Sitter[]
  /** Fresh pictures of each who is enrolled. */
  fresh: number
}

/** Counts what truly happens at the thresholds of a calibration. */
export function truth({ calibration, people, site, cohort: given, outsiders, fresh }: Measured): Truth {
  const { thresholds } = calibration
  const members = people.map(memberOf)
  const cohort = given ?? cohortOf(members)
  const found: Truth = {
    outsiders: tally(),
    signIn: tally(),
    groups: [],
    named: tally(),
    members: tally(),
    missed: tally(),
  }
  const signIn = signInLimits(thresholds)
  const threshold = identifyThreshold(calibration, people.length, 1e-3)
  const rules = { ...thresholds, threshold: threshold ?? 2 }
  for (const { group, photos } of outsiders) {
    const vector = photos(1)[0] as Float32Array
    const probe = probeOf(cohort, vector)
    found.groups[group] ??= tally()
    let highest = -3
    for (const member of members) {
      const score = cohortScore(cohort, probe, member, thresholds)
      const passes = likenessOf(score, thresholds) === 'same'
      note(found.outsiders, passes)
      note(found.groups[group] as Tally, passes)
      note(found.signIn, likenessOf(score, signIn) === 'same')
      highest = Math.max(highest, score.score)
    }
    if (threshold === null) continue
    const name = highest >= threshold ? nameOf(vector, { people: members, cohort }, rules) : null
    note(found.named, name !== null)
  }
  for (const [i, { photos }] of site.entries()) {
    for (const vector of photos(fresh)) {
      const probe = probeOf(cohort, vector)
      for (const [k, member] of members.entries()) {
        const passes = likenessOf(cohortScore(cohort, probe, member, thresholds), thresholds) === 'same'
        if (i === k) note(found.missed, !passes)
        else note(found.members, passes)
      }
    }
  }
  return found
}
