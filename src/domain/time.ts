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

const clocks = new Map<string, Intl.DateTimeFormat>()
/** There are some 600 names of zones, and people may spell them in several ways. */
const MOST_CLOCKS = 700

/** Writes instants by the clock of a zone; made once each, as making one takes longer than using it a hundred times. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const made = clocks.get(timeZone)
  if (made) return made
  const clock = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  })
  if (clocks.size >= MOST_CLOCKS) clocks.clear()
  clocks.set(timeZone, clock)
  return clock
}

/** What the clock and the calendar of a zone show at an instant: `YYYY-MM-DDTHH:mm:ss`. */
function shownAt(instant: Date, timeZone: string): string {
  const parts = clockOf(timeZone).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes, digits = 2) =>
    (parts.find((one) => one.type === type)?.value ?? '').padStart(digits, '0')
  const day = `${part('year', 4)}-${part('month')}-${part('day')}`
  return `${day}T${part('hour')}:${part('minute')}:${part('second')}`
}

/** The wall-clock time (`YYYY-MM-DDTHH:mm`) of an instant in a time zone. */
export function localTimeOf(instant: Date, timeZone: string): string {
  return shownAt(instant, timeZone).slice(0, 16)
}

/** An instant in the middle of a calendar day in a time zone: what the clock shows then may be an hour off, the day is not. */
export function middleOfDay(day: string, timeZone: string): Date {
  const noon = new Date(`${day}T12:00:00Z`)
  return new Date(noon.getTime() - offsetAt(noon, timeZone) * 60_000)
}

/** The calendar day (`YYYY-MM-DD`) of an instant in a time zone. */
export function dayOf(instant: Date, timeZone: string): string {
  return shownAt(instant, timeZone).slice(0, 10)
}

/** Minutes that the clocks of a zone are ahead of UTC at an instant. */
export function offsetAt(instant: Date, timeZone: string): number {
  const wholeSeconds = Math.floor(instant.getTime() / 1000) * 1000
  return (Date.parse(`${shownAt(instant, timeZone)}Z`) - wholeSeconds) / 60_000
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Midnights between two instants by the clock of a zone: 0 is the same day, 1 is tomorrow, -1 was yesterday. */
export function daysBetween(from: Date, to: Date, timeZone: string): number {
  return (Date.parse(dayOf(to, timeZone)) - Date.parse(dayOf(from, timeZone))) / DAY_MS
}

/** Years that clocks, calendars and the database all know. */
export const isOfOurTime = (time: string) => time >= '2000' && time < '2100'

/** Whether this is a calendar day, `YYYY-MM-DD`, of our time. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || !isOfOurTime(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
