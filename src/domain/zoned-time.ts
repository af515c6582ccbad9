import { Temporal } from 'temporal-polyfill'

/**
 * The instant of a wall-clock time (`YYYY-MM-DDTHH:mm`) in a time zone. A time that happens twice (clocks go
 * back) means its first occurrence; a time that never happens (clocks go forward) has no instant: null.
 */
export function instantOf(localTime: string, timeZone: string): Date | null {
  const plain = Temporal.PlainDateTime.from(localTime)
  const zoned = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  if (!zoned.toPlainDateTime().equals(plain)) return null
  return new Date(zoned.epochMilliseconds)
}

/** The instant at which a calendar day (`YYYY-MM-DD`) begins in a time zone; `later` days after it where that is given. */
export function startOfDay(day: string, timeZone: string, later = 0): Date {
  const date = Temporal.PlainDate.from(day).add({ days: later })
  return new Date(date.toZonedDateTime(timeZone).epochMilliseconds)
}
