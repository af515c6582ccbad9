import { dayOf } from './time'
import type { Worked } from './time-entries'
import { workedSpans } from './worked-days'
import { startOfDay } from './zoned-time'

/**
 * Milliseconds worked on each calendar day of a zone. An entry over midnight belongs to both days; a day on which the
 * clocks change has 23 or 25 hours, and what was worked of them counts.
 */
export function workedByDay(entries: readonly Worked[], timeZone: string, now: Date): Map<string, number> {
  const days = new Map<string, number>()
  for (const span of entries.flatMap((entry) => workedSpans(entry, now))) {
    let from = span.from
    while (from < span.to) {
      const day = dayOf(new Date(from), timeZone)
      const to = Math.min(span.to, startOfDay(day, timeZone, 1).getTime())
      days.set(day, (days.get(day) ?? 0) + to - from)
      from = to
    }
  }
  return days
}
