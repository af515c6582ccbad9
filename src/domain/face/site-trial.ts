import { type Calibration, calibrate } from './calibration'
import type { ScorePrior } from './calibration-prior'
import { type CohortMember, type CohortScore, cohortOf, cohortScore, probeOf } from './cohort'
import { meanTemplate } from './matching'
import {
  closeCounts,
  countFrom,
  countScore,
  emptyCounts,
  type ScoreCounts,
  scoreReachedBy,
} from './score-counts'
import type { WantedRates } from './site-thresholds'
import { likenessOf } from './verification'

/** One person of a trial: three pictures, null where no face was found in it. */
export interface TrialPerson {
  id: string
  group: string | null
  pictures: readonly (Float32Array | null)[]
}

/** What a kind of score came to: strangers counted, right people kept. */
interface Kind {
  strangers: ScoreCounts
  genuine: number[]
  /** The same for pictures of each group. */
  groups: Map<string, { strangers: ScoreCounts; genuine: number[] }>
}

/** What was decided of some pictures. */
interface Decided {
  members: number
  outsiders: number
  strangers: number
  missed: number
  genuine: number
}

/** Decided by the thresholds that each site chose for itself. */
interface Product extends Decided {
  thresholds: number[]
  groups: Map<string, Decided>
}

export interface Trial {
  raw: Kind
  member: Kind
  outsider: Kind
  product: Product
  comparisons: number
}

/** Below every score: a picture without a face. */
const NEVER = -3

const nothing = (): Decided => ({ members: 0, outsiders: 0, strangers: 0, missed: 0, genuine: 0 })

const newKind = (): Kind => ({ strangers: emptyCounts(), genuine: [], groups: new Map() })

export function newTrial(): Trial {
  return {
    raw: newKind(),
    member: newKind(),
    outsider: newKind(),
    product: { thresholds: [], groups: new Map(), ...nothing() },
    comparisons: 0,
  }
}

function groupOf(kind: Kind, group: string) {
  const known = kind.groups.get(group) ?? { strangers: emptyCounts(), genuine: [] }
  kind.groups.set(group, known)
  return known
}

function note(kind: Kind, group: string | null, same: boolean, score: number): void {
  const into = group === null ? [kind] : [kind, groupOf(kind, group)]
  for (const { strangers, genuine } of into) {
    if (same) genuine.push(score)
    else countScore(strangers, score)
  }
}

type Thresholds = Calibration['thresholds']

const accepted = (score: CohortScore | null, thresholds: Thresholds) =>
  score !== null && likenessOf(score, thresholds) === 'same'

/** The counts of everybody, and of the group of a picture where it has one. */
function countsOf({ product }: Trial, group: string | null): Decided[] {
  if (group === null) return [product]
  const known = product.groups.get(group) ?? nothing()
  product.groups.set(group, known)
  return [product, known]
}

/** A right person's picture: corrected against who is enrolled and who is not it scores the same. */
function noteGenuine(trial: Trial, group: string | null, found: CohortScore | null, thresholds: Thresholds) {
  note(trial.raw, group, true, found?.cosine ?? NEVER)
  note(trial.member, group, true, found?.score ?? NEVER)
  note(trial.outsider, group, true, found?.score ?? NEVER)
  trial.comparisons++
  for (const counts of countsOf(trial, group)) {
    counts.genuine++
    if (!accepted(found, thresholds)) counts.missed++
  }
}

interface Stranger {
  /** The picture's person being enrolled, and not being so; null where no face was found. */
  inside: CohortScore | null
  outside: CohortScore | null
}

function noteStranger(
  trial: Trial,
  group: string | null,
  { inside, outside }: Stranger,
  thresholds: Thresholds,
) {
  note(trial.raw, group, false, inside?.cosine ?? NEVER)
  note(trial.member, group, false, inside?.score ?? NEVER)
  note(trial.outsider, group, false, outside?.score ?? NEVER)
  trial.comparisons++
  for (const counts of countsOf(trial, group)) {
    counts.strangers++
    if (accepted(inside, thresholds)) counts.members++
    if (accepted(outside, thresholds)) counts.outsiders++
  }
}

/**
 * Adds one site: of each person one picture in turn is held against the mean of the others, of the same person and of
 * everybody else, once as somebody who is enrolled and once as somebody who is not. The site measures itself on the
 * pictures that are enrolled, as it would, and decides by what it finds.
 */
export function tryDecisions(
  trial: Trial,
  people: readonly TrialPerson[],
  { prior, wanted }: { prior: ScorePrior; wanted: WantedRates },
): void {
  for (let turn = 0; turn < 3; turn++) {
    const enrolled = people.map(({ id, pictures }) => ({
      id,
      vectors: pictures.flatMap((vector, i) => (vector && i !== turn ? [vector] : [])),
    }))
    const { thresholds } = calibrate({ prior, people: enrolled, wanted })
    const members = new Map<string, CohortMember>(
      enrolled.flatMap(({ id, vectors }) =>
        vectors.length > 0 ? [[id, { id, template: meanTemplate(vectors) }] as const] : [],
      ),
    )
    const cohort = cohortOf(members.values())
    trial.product.thresholds.push(thresholds.alone)
    for (const { id, group, pictures } of people) {
      const vector = pictures[turn]
      const own = members.get(id)
      const probe = vector ? probeOf(cohort, vector) : null
      const found = probe && own ? cohortScore(cohort, probe, own, thresholds) : null
      noteGenuine(trial, group, found, thresholds)
      for (const other of members.values()) {
        if (other.id === id) continue
        const against = (without?: string) => probe && cohortScore(cohort, probe, other, thresholds, without)
        noteStranger(trial, group, { inside: against(), outside: against(id) }, thresholds)
      }
    }
  }
}

/** Error rates at thresholds that strangers reach at given rates, and those of each group at one of these. */
export interface KindRates {
  /** Null where there are fewer strangers than such a rate can be told from. */
  fnmrAtFmr: Record<string, number | null>
  groups: Record<string, { fmr: number; fnmr: number }>
}

export interface TrialRates {
  comparisons: number
  raw: KindRates
  member: KindRates
  outsider: KindRates
  product: DecidedRates & { threshold: number; groups: Record<string, DecidedRates> }
}

interface DecidedRates {
  fmrMember: number
  fmrOutsider: number
  fnmr: number
}

const RATES = { '1e-2': 1e-2, '1e-3': 1e-3, '1e-4': 1e-4 }
const GROUPS_AT = 1e-3

const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0)
const missedAt = (genuine: readonly number[], score: number) =>
  share(genuine.filter((one) => one < score || one <= NEVER).length, genuine.length)

function ratesOf({ strangers, genuine, groups }: Kind): KindRates {
  closeCounts(strangers)
  const scoreFor = (rate: number) => scoreReachedBy(strangers, Math.floor(rate * strangers.count))
  const at = scoreFor(GROUPS_AT)
  return {
    fnmrAtFmr: Object.fromEntries(
      Object.entries(RATES).map(([name, rate]) => [
        name,
        strangers.count * rate < 1 ? null : missedAt(genuine, scoreFor(rate)),
      ]),
    ),
    groups: Object.fromEntries(
      [...groups].sort().map(([name, one]) => {
        closeCounts(one.strangers)
        const fmr = share(countFrom(one.strangers, at), one.strangers.count)
        return [name, { fmr, fnmr: missedAt(one.genuine, at) }]
      }),
    ),
  }
}

const decidedRates = ({ members, outsiders, strangers, missed, genuine }: Decided): DecidedRates => ({
  fmrMember: share(members, strangers),
  fmrOutsider: share(outsiders, strangers),
  fnmr: share(missed, genuine),
})

/** Ends a trial: what all its sites came to together. */
export function trialRates({ raw, member, outsider, product, comparisons }: Trial): TrialRates {
  const thresholds = product.thresholds.toSorted((a, b) => a - b)
  return {
    comparisons,
    raw: ratesOf(raw),
    member: ratesOf(member),
    outsider: ratesOf(outsider),
    product: {
      threshold: thresholds[Math.floor(thresholds.length / 2)] ?? 0,
      ...decidedRates(product),
      groups: Object.fromEntries([...product.groups].sort().map(([name, one]) => [name, decidedRates(one)])),
    },
  }
}
