import { Temporal } from 'temporal-polyfill'

/** Minutes of a day by the clock on the wall. */
export const DAY = 1440

/** Days are numbers since 1970-01-01, which was a Thursday; instants are minutes since then. */
const THURSDAY = 3
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** The number of a day `YYYY-MM-DD`. */
export const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS

/** `YYYY-MM-DD` of a day's number. */
export const dayName = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** The minute of an instant: seconds are dropped. */
export const minuteOf = (instant: string) => Math.floor(Date.parse(instant) / MINUTE_MS)

/** The instant of a minute, in UTC. */
export const instantOfMinute = (minute: number) => new Date(minute * MINUTE_MS).toISOString()

/** Minutes after midnight of a time `HH:MM`. */
export function minuteOfDay(time: string): number {
  const [hours, minutes] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: number) => modulo(day + THURSDAY, 7)

/** The first day of the week that a day belongs to, where weeks start on the weekday `start` (0 to 6). */
export const firstOfWeek = (day: number, start: number) => day - modulo(weekdayOf(day) - start, 7)

export const modulo = (a: number, b: number) => ((a % b) + b) % b

/** How far the clocks of a zone are ahead of UTC, stretch by stretch. */
export interface Clock {
  /** In order; each holds from its minute until the next. */
  readonly offsets: readonly { readonly from: number; readonly offset: number }[]
}

const known = new Map<string, Clock>()

/** The clock of a zone in the years of two instants, found out once. */
export function clockOf(timeZone: string, first: number, last: number): Clock {
  const [from, to] = [yearStart(first, 0), yearStart(last, 1)]
  const key = `${timeZone} ${from} ${to}`
  const clock = known.get(key) ?? { offsets: offsetsOf(timeZone, from, to) }
  known.set(key, clock)
  return clock
}

/** Two days before the year of a minute, or two after it. */
function yearStart(minute: number, later: 0 | 1): number {
  const year = new Date(minute * MINUTE_MS).getUTCFullYear() + later
  return Date.UTC(year, 0, later ? 3 : -1) / MINUTE_MS
}

function offsetsOf(timeZone: string, from: number, to: number): Clock['offsets'] {
  let at = Temporal.Instant.fromEpochMilliseconds(from * MINUTE_MS).toZonedDateTimeISO(timeZone)
  const offsets = [{ from: Number.NEGATIVE_INFINITY, offset: offsetOf(at) }]
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds >= to * MINUTE_MS) return offsets
    offsets.push({ from: Math.floor(next.epochMilliseconds / MINUTE_MS), offset: offsetOf(next) })
    at = next
  }
}

const offsetOf = (at: Temporal.ZonedDateTime) => Math.floor(at.offsetNanoseconds / 60_000_000_000)

/** The minute that clocks on the wall show, counted from their 1970-01-01 00:00. */
export function wallOf(minute: number, { offsets }: Clock): number {
  return minute + (offsets.findLast(({ from }) => from <= minute)?.offset ?? 0)
}

/** The day and week that a moment belongs to, where they start `hour` minutes after midnight. */
export const dayAt = (minute: number, hour: number, clock: Clock) =>
  Math.floor((wallOf(minute, clock) - hour) / DAY)

/** The moments from `start` on, before `end`, at which clocks change or show one of `times`; `start` is always one. */
export function cutsOf(start: number, end: number, times: readonly number[], { offsets }: Clock): number[] {
  const cuts = [start]
  for (const [i, { from, offset }] of offsets.entries()) {
    const [first, last] = [Math.max(start, from), Math.min(end, offsets[i + 1]?.from ?? end)]
    if (first >= last) continue
    cuts.push(first)
    for (const time of times) {
      for (let at = first + modulo(time - first - offset, DAY); at < last; at += DAY) cuts.push(at)
    }
  }
  return cuts.sort((a, b) => a - b).filter((at, i) => at !== cuts[i - 1])
}
