import { calculatePay } from './pay/calculate'
import { minuteOfDay } from './pay/calendar'
import { type LineKind, lineKinds, type WarningCode } from './pay/result'
import { type Weekday, weekdays } from './pay/weekdays'
import { withDecided } from './premium-law'
import type { Rules } from './rule-sets'

/** The same shift on several days in a row, within a week without anything else. */
export interface ExampleShift {
  from: string
  to: string
  /** Unpaid, in the middle. */
  breakMinutes: number
  firstDay: Weekday
  days: number
  /** The first day is a holiday. */
  holiday: boolean
  minorPerHour: number
}

export interface ExampleOf {
  rules: Rules
  currency: string
  weekStart: Weekday
}

export interface ExampleSum {
  kind: LineKind
  name: string | null
  minutes: number
  rate: number | null
  factor: string | null
  amount: number
}

export interface PayExample {
  sums: ExampleSum[]
  regularMinutes: number
  /** Overtime by its whole factor. */
  overtime: { factor: string; minutes: number }[]
  gross: number
  warnings: WarningCode[]
}

/** A Monday; no clock changes in UTC. */
const MONDAY = Date.parse('2026-03-02T00:00:00Z')
const MINUTE_MS = 60_000
const DAY_MS = 1440 * MINUTE_MS
const dayAt = (at: number) => new Date(MONDAY + at * DAY_MS).toISOString().slice(0, 10)
const instant = (ms: number) => new Date(ms).toISOString()

/** The day’s number after the Monday, in the first week that begins on the week’s first day. */
function dayIn(weekStart: Weekday, day: Weekday): number {
  const [first, wanted] = [weekdays.indexOf(weekStart), weekdays.indexOf(day)]
  return first + ((wanted - first + 7) % 7)
}

function entriesOf({ from, to, breakMinutes, firstDay, days }: ExampleShift, weekStart: Weekday) {
  const [begin, end] = [minuteOfDay(from), minuteOfDay(to)]
  const length = end > begin ? end - begin : end - begin + 1440
  const pause = Math.min(breakMinutes, length)
  return Array.from({ length: days }, (_, i) => {
    const start = MONDAY + (dayIn(weekStart, firstDay) + i) * DAY_MS + begin * MINUTE_MS
    const rest = start + Math.floor((length - pause) / 2) * MINUTE_MS
    const breaks = pause ? [{ start: instant(rest), end: instant(rest + pause * MINUTE_MS) }] : []
    return { id: String(i), in: instant(start), out: instant(start + length * MINUTE_MS), breaks }
  })
}

/** What a shift would be by rules: the sums of its lines, and what it warns of. */
export function payExample(shift: ExampleShift, { rules, currency, weekStart }: ExampleOf): PayExample {
  const first = weekdays.indexOf(weekStart)
  const { lines, totals, warnings } = calculatePay({
    ...{ timeZone: 'UTC', currency, weekStart },
    period: { from: dayAt(first), to: dayAt(first + 20) },
    holidays: shift.holiday ? [dayAt(dayIn(weekStart, shift.firstDay))] : [],
    rules: [{ from: '1970-01-01', ...withDecided(rules) }],
    rates: [{ from: '1970-01-01', hourly: shift.minorPerHour }],
    entries: entriesOf(shift, weekStart),
  })
  const sums = new Map<string, ExampleSum>()
  for (const { kind, name, minutes, rate, factor, amount } of lines) {
    const key = JSON.stringify([kind, name, rate, factor])
    const { minutes: m, amount: a } = sums.get(key) ?? { minutes: 0, amount: 0 }
    sums.set(key, { kind, name, rate, factor, minutes: m + minutes, amount: a + amount })
  }
  return {
    sums: [...sums.values()].sort((a, b) => lineKinds.indexOf(a.kind) - lineKinds.indexOf(b.kind)),
    regularMinutes: totals.regularMinutes,
    overtime: Object.entries(totals.byFactor).map(([factor, minutes]) => ({ factor, minutes })),
    gross: totals.gross,
    warnings: [...new Set(warnings.map(({ code }) => code))],
  }
}
