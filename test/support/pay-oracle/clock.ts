import type { Weekday } from './shape'

const aDay = 1440
const names: Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** Minutes since 1970 of an instant; its seconds are dropped. */
export const minuteOf = (instant: string) => Math.floor(Date.parse(instant) / 60_000)

/** Days since 1970 of `YYYY-MM-DD`, and back. */
export const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
export const dayName = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)

export const ofDay = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
export const weekdayOf = (day: number) => names[(((day + 4) % 7) + 7) % 7] as Weekday

export const calendarDay = (local: number) => Math.floor(local / aDay)
export const timeOfDay = (local: number) => local - calendarDay(local) * aDay

/** The first day of the week in which a day lies. */
export function weekOf(day: number, start: Weekday): number {
  let first = day
  while (weekdayOf(first) !== start) first--
  return first
}

const clocks = new Map<string, (minute: number) => number>()

/** What the clock on the wall shows at a minute since 1970, as minutes since 1970-01-01T00:00 on that wall. */
export function wallClock(timeZone: string): (minute: number) => number {
  const clock = clocks.get(timeZone) ?? makeClock(timeZone)
  clocks.set(timeZone, clock)
  return clock
}

function makeClock(timeZone: string): (minute: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const aheadBy = new Map<number, number>()
  const ahead = (minute: number): number => {
    const known = aheadBy.get(minute)
    if (known !== undefined) return known
    const parts = new Map(format.formatToParts(minute * 60_000).map(({ type, value }) => [type, value]))
    const at = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}T${parts.get('hour')}:${parts.get('minute')}:00Z`
    const found = Date.parse(at) / 60_000 - minute
    aheadBy.set(minute, found)
    return found
  }
  return (minute) => {
    const quarter = Math.floor(minute / 15) * 15
    const before = ahead(quarter)
    return minute + (before === ahead(quarter + 15) ? before : ahead(minute))
  }
}
