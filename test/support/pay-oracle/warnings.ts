import { calendarDay, dayName, dayNumber, minuteOf, ofDay } from './clock'
import type { Answer, Entry, Input } from './shape'
import { daysOf, rulesOn, type Stretch } from './stretches'
import type { Minute } from './worked'

type Warning = Answer['warnings'][number]

const restMinutes = 660
const dayMinutes = 600
const weekMinutes = 2880

const counts = (days: readonly number[]) => {
  const all = new Map<number, number>()
  for (const day of days) all.set(day, (all.get(day) ?? 0) + 1)
  return [...all]
}

/** Every warning of the period, in no order. */
export function warningsOf(
  input: Input,
  clock: (minute: number) => number,
  stretches: readonly Stretch[],
  paid: readonly Minute[],
): Warning[] {
  const dayIn = (stretch: Stretch, minute: number) =>
    daysOf(stretch).day({ local: clock(Math.max(minute, stretch.start)) })
  const workDay = (entry: Entry) => {
    const local = clock(minuteOf(entry.in))
    const stretch = stretches.find(({ entries }) => entries.some(({ id }) => id === entry.id))
    if (stretch) return dayIn(stretch, minuteOf(entry.in))
    return calendarDay(local - ofDay(rulesOn(input, calendarDay(local)).dayStart ?? '00:00'))
  }
  const warnings: Warning[] = []
  const warn = (code: string, entry: string | null, day: number) => {
    if (dayNumber(input.period.from) <= day && day <= dayNumber(input.period.to))
      warnings.push({ code, entry, day: dayName(day) })
  }
  for (const entry of input.entries) {
    if (entry.out === undefined) warn('entry_open', entry.id, workDay(entry))
    if (entry.flagged) warn('entry_flagged', entry.id, workDay(entry))
  }
  for (const stretch of stretches) {
    const first = stretch.entries[0] as Entry
    if (stretch.breakMissing) warn('break_missing', first.id, dayIn(stretch, stretch.start))
  }
  for (const [at, later] of stretches.entries()) {
    const earlier = stretches[at - 1]
    const startOf = (stretch: Stretch) => calendarDay(clock(stretch.rawStart))
    if (!earlier || startOf(earlier) === startOf(later)) continue
    const first = later.entries[0] as Entry
    if (later.rawStart - earlier.rawEnd < (later.set.limits?.restMinutes ?? restMinutes))
      warn('rest_short', first.id, dayIn(later, later.start))
  }
  for (const [day, worked] of counts(paid.map((minute) => minute.day)))
    if (worked > (rulesOn(input, day).limits?.dayMinutes ?? dayMinutes)) warn('day_long', null, day)
  for (const [week, worked] of counts(paid.map((minute) => minute.week)))
    if (worked > (rulesOn(input, week + 6).limits?.weekMinutes ?? weekMinutes))
      warn('week_long', null, week + 6)
  return warnings
}
