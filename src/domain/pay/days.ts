import type { Span } from './breaks'
import { type Clock, cutsOf, dayAt, firstOfWeek } from './calendar'
import type { Stretch } from './stretches'

/** A span with the day and the week (its first day) that its minutes belong to. */
export interface Placed extends Span {
  readonly day: number
  readonly week: number
}

/** Gives each minute of a stretch its day and week; `weekStart` is 0 for Monday to 6 for Sunday. */
export function placed(stretch: Stretch, spans: readonly Span[], weekStart: number, clock: Clock): Placed[] {
  const at = (moment: number) => placeAt(stretch, moment, weekStart, clock)
  const { dayStart, weekHour, shiftDay } = stretch.rules
  if (shiftDay !== 'split') {
    const place = at(momentOf(stretch, clock))
    return spans.map((span) => ({ ...span, ...place }))
  }
  return spans.flatMap((span) =>
    partsOf(span.start, span.end, [dayStart, weekHour], clock).map((part) => ({
      ...span,
      ...part,
      ...at(part.start),
    })),
  )
}

/** The day and week of a moment, by the hours at which they start in a stretch's rules. */
function placeAt({ rules }: Stretch, moment: number, weekStart: number, clock: Clock) {
  const week = firstOfWeek(dayAt(moment, rules.weekHour, clock), weekStart)
  return { day: dayAt(moment, rules.dayStart, clock), week }
}

/** The parts between the moments at which clocks change or show one of `times`. */
export function partsOf(start: number, end: number, times: readonly number[], clock: Clock) {
  const cuts = cutsOf(start, end, times, clock)
  return cuts.map((cut, i) => ({ start: cut, end: cuts[i + 1] ?? end }))
}

/** The minute of a stretch that decides the day of them all. */
export function momentOf({ from, to, rules }: Stretch, clock: Clock): number {
  if (rules.shiftDay === 'end') return Math.max(from, to - 1)
  if (rules.shiftDay !== 'most') return from
  const parts = partsOf(from, to, [rules.dayStart], clock).map(({ start, end }) => ({
    start,
    minutes: end - start,
    day: dayAt(start, rules.dayStart, clock),
  }))
  const lengths = new Map<number, number>()
  for (const { day, minutes } of parts) lengths.set(day, (lengths.get(day) ?? 0) + minutes)
  const [most = [from]] = [...lengths].sort(([a, x], [b, y]) => y - x || a - b)
  return parts.find(({ day }) => day === most[0])?.start ?? from
}
