import { type Fraction, greater } from './fraction'
import type { Atom } from './premiums'
import { inForce, type RuleSet, type Tier } from './rules'

/** Minutes that are paid alike, and at which factors they are overtime; null where they are not. */
export interface Graded extends Atom {
  /** By the length of the day or as the seventh day: paid with the day itself. */
  readonly ofDay: Fraction | null
  /** By the length of the week: paid where the week ends. */
  readonly ofWeek: Fraction | null
}

/** The higher of two factors, where there is any. */
export const higher = (a: Fraction | null, b: Fraction | null) => (a && b ? greater(a, b) : (a ?? b))

/** The last day of the week that begins on a day. */
export const lastOf = (week: number) => week + 6

/** Says of each minute whether it is overtime: daily tiers first, weekly ones count what is not, the higher wins. */
export function graded(atoms: readonly Atom[], versions: readonly RuleSet[]): Graded[] {
  const sevens = fullWeeks(atoms)
  const rulesOn = (day: number) => inForce(versions, day) as RuleSet
  const plain = atoms.map((atom) => ({ ...atom, ofDay: null, ofWeek: null }))
  const daily = counted(
    plain,
    ({ day }) => day,
    (day) => rulesOn(day).daily,
    (atom, factor) => ({ ...atom, ofDay: factor }),
  )
  const weekly = counted(
    daily,
    ({ week, ofDay }) => (ofDay ? null : week),
    (week) => rulesOn(lastOf(week)).weekly,
    (atom, factor) => ({ ...atom, ofWeek: factor }),
  )
  return counted(
    weekly,
    ({ day, week }) => (day === lastOf(week) && sevens.has(week) ? day : null),
    (day) => rulesOn(day).seventhDay,
    (atom, factor) => ({ ...atom, ofDay: higher(atom.ofDay, factor) }),
  )
}

/** The weeks with work on each of their seven days. */
function fullWeeks(atoms: readonly Atom[]): Set<number> {
  const days = new Map<number, Set<number>>()
  for (const { day, week } of atoms) days.set(week, (days.get(week) ?? new Set()).add(day))
  const all = (week: number) => [0, 1, 2, 3, 4, 5, 6].every((more) => days.get(week)?.has(week + more))
  return new Set([...days.keys()].filter(all))
}

/** Counts minutes in order, each kind for itself, and cuts them where a tier begins. */
function counted(
  atoms: readonly Graded[],
  counterOf: (atom: Graded) => number | null,
  tiersOf: (counter: number) => readonly Tier[],
  put: (atom: Graded, factor: Fraction) => Graded,
): Graded[] {
  const counts = new Map<number, number>()
  return atoms.flatMap((atom) => {
    const counter = counterOf(atom)
    if (counter === null) return [atom]
    const before = counts.get(counter) ?? 0
    counts.set(counter, before + atom.minutes)
    return cutAtTiers(atom, before, tiersOf(counter), put)
  })
}

function cutAtTiers(
  atom: Graded,
  before: number,
  tiers: readonly Tier[],
  put: (atom: Graded, factor: Fraction) => Graded,
): Graded[] {
  if (tiers.every(({ after }) => after >= before + atom.minutes)) return [atom]
  const inside = tiers.map(({ after }) => after - before).filter((at) => at > 0 && at < atom.minutes)
  const cuts = [...new Set([0, ...inside])].sort((a, b) => a - b)
  return cuts.map((cut, i) => {
    const part = { ...atom, minutes: (cuts[i + 1] ?? atom.minutes) - cut }
    const reached = tiers.filter(({ after }) => before + cut >= after).map(({ factor }) => factor)
    return reached.length ? put(part, reached.reduce(greater)) : part
  })
}
