import type { Atom } from './premiums'
import { inForce, type RuleSet } from './rules'

type Rounding = NonNullable<RuleSet['rounding']>

/** The minutes of a day as they count: half a step is a whole one. */
export function roundDay(minutes: number, { minutes: step, mode }: Rounding): number {
  if (mode === 'nearest') return Math.floor((2 * minutes + step) / (2 * step)) * step
  return (mode === 'down' ? Math.floor(minutes / step) : Math.ceil(minutes / step)) * step
}

/** The minutes of each day. */
export function minutesByDay(atoms: readonly Pick<Atom, 'day' | 'minutes'>[]): Map<number, number> {
  const days = new Map<number, number>()
  for (const { day, minutes } of atoms) days.set(day, (days.get(day) ?? 0) + minutes)
  return days
}

/** Rounds days whose rules say so: the last minutes worked that day are made more, or fewer. */
export function roundedDays(atoms: readonly Atom[], versions: readonly RuleSet[]): Atom[] {
  const more = new Map(
    [...minutesByDay(atoms)].map(([day, minutes]) => [day, differenceOf(day, minutes, versions)]),
  )
  const rounded = atoms.toReversed().map((atom) => {
    const difference = more.get(atom.day) ?? 0
    more.set(atom.day, Math.min(0, difference + atom.minutes))
    return { ...atom, minutes: Math.max(0, atom.minutes + difference) }
  })
  return rounded.reverse().filter(({ minutes }) => minutes > 0)
}

function differenceOf(day: number, minutes: number, versions: readonly RuleSet[]): number {
  const { rounding } = inForce(versions, day) as RuleSet
  return rounding?.of === 'day' ? roundDay(minutes, rounding) - minutes : 0
}
