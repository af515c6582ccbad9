import { type Calibration, calibrate } from '../../src/domain/face/calibration'
import { clopperPearson } from '../../src/domain/face/calibration-intervals'
import { priorOf } from '../../src/domain/face/calibration-prior'
import { cohortOf } from '../../src/domain/face/cohort'
import { decideRollCall } from '../../src/domain/face/roll-call'
import type { GalleryPerson } from '../../src/domain/face/site-scores'
import {
  enrolled,
  memberOf,
  pooled,
  populations,
  rate,
  type Sitter,
  sitters,
  type Tally,
  type Truth,
  truth,
} from '../../test/domain/face/simulated-populations'
import { seeded, wanted } from '../../test/domain/face/simulated-sites'

const KINDS = [
  { name: 'one, whose people resemble each other', commons: [0.4] },
  { name: 'two unlike ones', commons: [0, 0.4] },
  { name: 'five unlike ones', commons: [0, 0.1, 0.2, 0.3, 0.4] },
]

/** People, sites drawn, pictures of strangers, fresh ones of each of so many who are enrolled. */
const SIZES = [
  { people: 30, draws: 20, pictures: 1000, fresh: 5, of: 30 },
  { people: 60, draws: 20, pictures: 500, fresh: 2, of: 60 },
  { people: 100, draws: 20, pictures: 300, fresh: 1, of: 100 },
  { people: 300, draws: 4, pictures: 300, fresh: 1, of: 300 },
  { people: 1000, draws: 2, pictures: 300, fresh: 1, of: 300 },
  { people: 5000, draws: 1, pictures: 200, fresh: 1, of: 100 },
]
type Size = (typeof SIZES)[number]

/** What roll call makes of faces, each alone in its photo. */
interface Sure {
  /** Strangers' faces against everybody: surely named ones, of all comparisons. */
  strangers: Tally
  /** Faces of people who are enrolled: surely and rightly named ones, surely and wrongly named ones. */
  right: Tally
  wrong: Tally
}

/** One site that was drawn, and what its thresholds truly come to. */
type Site = Truth & Sure & { people: number }

function sureNames(
  { thresholds }: Calibration,
  people: readonly GalleryPerson[],
  faces: readonly { id: string; vector: Float32Array }[],
) {
  return decideRollCall({
    faces: faces.map(({ id, vector }) => ({ id, photo: id, vector })),
    gallery: people.map(({ id, vectors }) => ({ id, templates: vectors })),
    cohort: cohortOf(people.map(memberOf)),
    bands: thresholds,
    refused: [],
    lookAlikes: [],
    preselect: true,
  }).faces.filter(({ band }) => band === 'sure')
}

const one = ({ photos }: Sitter) => photos(1)[0] as Float32Array

function rollCall(
  found: Calibration,
  people: readonly GalleryPerson[],
  here: Sitter[],
  others: Sitter[],
): Sure {
  const strangers = sureNames(
    found,
    people,
    others.map((sitter, i) => ({ id: `stranger ${i}`, vector: one(sitter) })),
  )
  const some = here.slice(0, 200)
  const own = sureNames(
    found,
    people,
    some.map((sitter, i) => ({ id: people[i]?.id ?? '', vector: one(sitter) })),
  )
  const right = own.filter(({ id, studentId }) => id === studentId).length
  return {
    strangers: { events: strangers.length, cases: others.length * people.length },
    right: { events: right, cases: some.length },
    wrong: { events: own.length - right, cases: some.length },
  }
}

function site(commons: readonly number[], size: Size, seed: number): Site {
  const draw = populations(commons, seeded(seed))
  const here = sitters(draw, commons.length, size.people)
  const people = enrolled(here)
  const calibration = calibrate({ prior: priorOf('retail-0095'), people, wanted })
  const outsiders = sitters(draw, commons.length, size.pictures)
  const { of: count, fresh } = size
  const found = truth({ calibration, people, site: here.slice(0, count), outsiders, fresh })
  return { ...found, ...rollCall(calibration, people, here, outsiders.slice(0, 300)), people: size.people }
}

/** The largest of what 19 of 20 sites do not exceed. */
const mostOf = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0

const exact = (value: number) => (value === 0 ? '0' : value.toExponential(1))
const percent = (value: number) => `${(100 * value).toFixed(1)} %`

/** A rate of many sites together, with its Clopper-Pearson interval as if all comparisons were independent. */
function shown(tally: Tally, as = exact): string {
  if (tally.cases === 0) return '–'
  const { rate: value, low, high } = clopperPearson(tally.events, tally.cases)
  return `${as(value)} (${as(low)} to ${as(high)})`
}

function worstGroup(sites: readonly Site[], groups: number): string {
  if (groups < 2) return '–'
  const whole = rate(pooled(sites.map(({ outsiders }) => outsiders)))
  const of = (group: number) => rate(pooled(sites.flatMap((each) => each.groups[group] ?? [])))
  return (Math.max(...Array.from({ length: groups }, (_, group) => of(group))) / whole).toFixed(1)
}

function row(sites: readonly Site[], groups: number): string {
  const all = (pick: (one: Site) => Tally) => pooled(sites.map(pick))
  const most = (pick: (one: Site) => Tally, of: number) =>
    (mostOf(sites.map((each) => rate(pick(each)))) / of).toFixed(1)
  const { verify, signIn } = wanted
  return [
    sites[0]?.people.toLocaleString('en-GB'),
    sites.length,
    shown(all(({ outsiders }) => outsiders)),
    most(({ outsiders }) => outsiders, verify.outsider),
    worstGroup(sites, groups),
    shown(all((each) => each.signIn)),
    most((each) => each.signIn, signIn.outsider),
    shown(all(({ members }) => members)),
    shown(all(({ missed }) => missed)),
    shown(all(({ named }) => named)),
    shown(all(({ strangers }) => strangers)),
    shown(
      all(({ right }) => right),
      percent,
    ),
    all(({ wrong }) => wrong).events,
  ].join(' | ')
}

const HEAD = [
  'people',
  'sites',
  'outsiders at clock-in',
  'of 19 in 20 sites at most, times the wanted',
  'worst group : whole',
  'outsiders signing in',
  'of 19 in 20 at most, times the wanted',
  'members at clock-in',
  'right people refused',
  'a stranger named at a kiosk',
  'roll call, *sure*: strangers, a comparison',
  'right people *sure*',
  'wrong names *sure*',
]

/** Draws all sites and makes the page for docs/benchmarks. */
export function sitesPage(day: string, progress: (line: string) => void): string {
  const tables = KINDS.flatMap(({ name, commons }) => [
    `## Populations: ${name}`,
    '',
    `| ${HEAD.join(' | ')} |`,
    `|${'---|'.repeat(HEAD.length)}`,
    ...SIZES.map((size) => {
      progress(`${commons.length} of ${size.people}`)
      const sites = Array.from({ length: size.draws }, (_, i) => site(commons, size, 1000 * size.people + i))
      return `| ${row(sites, commons.length)} |`
    }),
    '',
  ])
  return [
    '# Simulated sites',
    '',
    `Drawn by \`npm run bench -- sites\` on ${day}; the same in every run. People are vectors of 64 numbers, of populations that are unlike in how much their people have in common (0 to .4 of a vector);`,
    'photos of a person differ as those of LFW do. Three are enrolled, every site measures itself, and its thresholds are held against fresh pictures of its people and of people it has never seen.',
    `Wanted: outsiders ${exact(wanted.verify.outsider)} at clock-in and ${exact(wanted.signIn.outsider)} signing in, members ${exact(wanted.verify.member)}, a stranger named at a kiosk ${exact(wanted.fpir)}, roll call's *sure* ${exact(wanted.sure.outsider)}.`,
    'In brackets: 95 % by Clopper and Pearson, as if all comparisons were independent; those of one picture are not, so the truth may lie somewhat outside.',
    '',
    ...tables,
  ].join('\n')
}
