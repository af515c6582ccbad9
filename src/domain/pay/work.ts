import { judgeBreaks, spansOf } from './breaks'
import { type Clock, clockOf, dayNumber } from './calendar'
import { minutesByDay, roundedDays } from './day-rounding'
import { type Placed, placed } from './days'
import { type Entry, entriesOf, isClosed } from './entries'
import { type Graded, graded } from './overtime'
import { atomsOf } from './premiums'
import { inForce, type RuleSet, rulesOf } from './rules'
import type { PayInput } from './schema'
import { type Stretch, stretchesOf } from './stretches'
import { weekdays } from './weekdays'

/** Everything that an input says about time, before any money. */
export interface Work {
  readonly entries: readonly Entry[]
  readonly stretches: readonly Stretch[]
  /** Stretches in which breaks are shorter than those due. */
  readonly withoutBreak: ReadonlyMap<Stretch, number>
  /** The minutes worked on each day, before days are rounded. */
  readonly unrounded: ReadonlyMap<number, number>
  /** Worked minutes in order of time. */
  readonly worked: readonly Graded[]
  readonly breaks: readonly Placed[]
  readonly versions: readonly RuleSet[]
  readonly clock: Clock
  readonly weekStart: number
  readonly period: { readonly from: number; readonly to: number }
}

/** Punches as minutes that are worked, with their days, weeks, premiums and factors. */
export function workOf(input: PayInput): Work {
  const weekStart = weekdays.indexOf(input.weekStart ?? 'monday')
  const versions = rulesOf(input.rules)
  const entries = entriesOf(input.entries)
  const clock = clockFor(input.timeZone, entries)
  const stretches = stretchesOf(entries.filter(isClosed), versions, clock)
  const judged = stretches.map((stretch) => ({ stretch, verdict: judgeBreaks(stretch) }))
  const spans = judged.flatMap(({ stretch, verdict }) =>
    placed(stretch, spansOf(stretch, verdict), weekStart, clock),
  )
  const holidays = new Set(input.holidays?.map(dayNumber))
  const atoms = spans
    .filter(({ state }) => state === 'worked')
    .flatMap((span) => atomsOf(span, inForce(versions, span.day) as RuleSet, holidays, clock))
  return {
    entries,
    stretches,
    withoutBreak: new Map(
      judged.flatMap(({ stretch, verdict }) => (verdict.missing > 0 ? [[stretch, verdict.missing]] : [])),
    ),
    unrounded: minutesByDay(atoms),
    worked: graded(roundedDays(atoms, versions), versions),
    breaks: spans.filter(({ state }) => state !== 'worked'),
    versions,
    clock,
    weekStart,
    period: { from: dayNumber(input.period.from), to: dayNumber(input.period.to) },
  }
}

/** Entries stand in order and do not overlap, so that the last one ends last. */
function clockFor(timeZone: string, entries: readonly Entry[]): Clock {
  const last = entries.at(-1)
  return clockOf(timeZone, entries[0]?.start ?? 0, last?.end ?? last?.start ?? 0)
}
