import { Temporal } from 'temporal-polyfill'

/** The cookie in which a browser says which zone its clock is in. */
export const zoneCookie = 'clockface-time-zone'

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

/** Minutes that the clocks of a zone are ahead of UTC at an instant. */
export function offsetAt(instant: Date, timeZone: string): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
  return zoned.offsetNanoseconds / 60_000_000_000
}

/** Midnights between two instants by the clock of a zone: 0 is the same day, 1 is tomorrow, -1 was yesterday. */
export function daysBetween(from: Date, to: Date, timeZone: string): number {
  const days = Temporal.PlainDate.from(dayOf(from, timeZone)).until(dayOf(to, timeZone), {
    largestUnit: 'day',
  })
  return days.days
}
