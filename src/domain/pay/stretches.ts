import { type Clock, DAY, dayAt, modulo, wallOf } from './calendar'
import type { ClosedEntry } from './entries'
import { inForce, type RuleSet } from './rules'

/** Entries that touch: one length of work, from its first punch to its last. */
export interface Stretch {
  readonly entries: readonly ClosedEntry[]
  /** The first and last punch, in minutes. */
  readonly start: number
  readonly end: number
  /** The first and last minute that count, after rounding. */
  readonly from: number
  readonly to: number
  /** The local calendar day of the first punch. */
  readonly began: number
  readonly rules: RuleSet
}

/** Entries of which each begins when the one before it ends. */
interface Chain {
  readonly entries: ClosedEntry[]
  readonly start: number
  end: number
}

/** The stretches of entries that stand in order of time. */
export function stretchesOf(entries: readonly ClosedEntry[], versions: readonly RuleSet[], clock: Clock) {
  const stretches: Stretch[] = []
  let free = Number.NEGATIVE_INFINITY
  for (const chain of chainsOf(entries)) {
    const stretch = stretchOf(chain, versions, clock, free)
    stretches.push(stretch)
    free = stretch.to
  }
  return stretches
}

function chainsOf(entries: readonly ClosedEntry[]): Chain[] {
  const chains: Chain[] = []
  for (const entry of entries) {
    const chain = chains.at(-1)
    if (chain && chain.end === entry.start) {
      chain.entries.push(entry)
      chain.end = entry.end
    } else chains.push({ entries: [entry], start: entry.start, end: entry.end })
  }
  return chains
}

function stretchOf(
  { entries, start, end }: Chain,
  versions: readonly RuleSet[],
  clock: Clock,
  free: number,
): Stretch {
  const began = dayAt(start, 0, clock)
  const rules = inForce(versions, began) as RuleSet
  const from = Math.max(free, rounded(start, 'in', rules, clock))
  const to = Math.max(from, rounded(end, 'out', rules, clock))
  return { entries, start, end, from, to, began, rules }
}

function rounded(minute: number, side: 'in' | 'out', { rounding }: RuleSet, clock: Clock): number {
  if (rounding?.of !== 'punch') return minute
  const shown = modulo(wallOf(minute, clock), DAY)
  return minute + roundPunch(shown, side, rounding) - shown
}

/**
 * Minutes after midnight as they count: to the nearest step (exactly half goes later), in the employee's favour
 * (in earlier, out later), or both down or up. 29 CFR 785.48(b) has quarters of an hour: 7 minutes down, 8 up.
 */
export function roundPunch(
  minute: number,
  side: 'in' | 'out',
  { minutes: step, mode }: { minutes: number; mode: 'nearest' | 'employee' | 'down' | 'up' },
): number {
  if (mode === 'nearest') return Math.floor((2 * minute + step) / (2 * step)) * step
  const later = mode === 'up' || (mode === 'employee' && side === 'out')
  return (later ? Math.ceil(minute / step) : Math.floor(minute / step)) * step
}
