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

/** The stretches of entries that stand in order of time. */
export function stretchesOf(entries: readonly ClosedEntry[], versions: readonly RuleSet[], clock: Clock) {
  const stretches: Stretch[] = []
  for (const chain of chainsOf(entries)) {
    const free = stretches.at(-1)?.to ?? Number.NEGATIVE_INFINITY
    stretches.push(stretchOf(chain, versions, clock, free))
  }
  return stretches
}

function chainsOf(entries: readonly ClosedEntry[]): ClosedEntry[][] {
  const chains: ClosedEntry[][] = []
  let end: number | null = null
  for (const entry of entries) {
    if (entry.start === end) chains.at(-1)?.push(entry)
    else chains.push([entry])
    end = entry.end
  }
  return chains
}

function stretchOf(
  entries: ClosedEntry[],
  versions: readonly RuleSet[],
  clock: Clock,
  free: number,
): Stretch {
  const [start, end] = [entries[0]?.start ?? 0, entries.at(-1)?.end ?? 0]
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
