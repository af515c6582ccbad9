import { Temporal } from 'temporal-polyfill'

/** Whether a name is an IANA time zone this runtime knows, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return !/^[+-]/.test(name)
  } catch {
    return false
  }
}

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

/** The wall-clock time (`YYYY-MM-DDTHH:mm`) of an instant in a time zone. */
export function localTimeOf(instant: Date, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** The instant at which a calendar day (`YYYY-MM-DD`) begins in a time zone; `later` days after it where that is given. */
export function startOfDay(day: string, timeZone: string, later = 0): Date {
  const date = Temporal.PlainDate.from(day).add({ days: later })
  return new Date(date.toZonedDateTime(timeZone).epochMilliseconds)
}

/** The calendar day (`YYYY-MM-DD`) of an instant in a time zone. */
export function dayOf(instant: Date, timeZone: string): string {
  return localTimeOf(instant, timeZone).slice(0, 10)
}
