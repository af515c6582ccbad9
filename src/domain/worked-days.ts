import type { Worked } from './time-entries'

const MINUTE = 60_000

/** From one instant to another. */
interface Span {
  from: number
  to: number
}

/** As pay counts: an instant is its minute. */
const minuteOf = (instant: Date) => Math.floor(instant.getTime() / MINUTE) * MINUTE

/** The spans in which somebody worked: an entry without its breaks. What is open lasts until `now`. */
export function workedSpans({ startedAt, endedAt, breaks }: Worked, now: Date): Span[] {
  const end = endedAt ? minuteOf(endedAt) : now.getTime()
  const spans: Span[] = []
  let from = minuteOf(startedAt)
  for (const pause of breaks) {
    spans.push({ from, to: Math.min(minuteOf(pause.startedAt), end) })
    from = pause.endedAt ? minuteOf(pause.endedAt) : now.getTime()
  }
  spans.push({ from, to: end })
  return spans.filter((span) => span.to > span.from)
}

/** Milliseconds worked in an entry, breaks left out. */
export function workedMs(entry: Worked, now: Date): number {
  return workedSpans(entry, now).reduce((sum, { from, to }) => sum + to - from, 0)
}

/** Milliseconds of the breaks of an entry; one that lasts, until `now`. */
export function pausedMs({ breaks }: Pick<Worked, 'breaks'>, now: Date): number {
  return breaks.reduce(
    (ms, { startedAt, endedAt }) => ms + (endedAt ? minuteOf(endedAt) : now.getTime()) - minuteOf(startedAt),
    0,
  )
}

/** Minutes as people read hours: 7:05. */
export function hoursText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
