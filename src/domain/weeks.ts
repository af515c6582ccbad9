/** The days of the week, in the order of ISO 8601. */
export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const
export type Weekday = (typeof weekdays)[number]

const DAY_MS = 86_400_000

/** Days from one to another; calendar days have no clock, so those of UTC do for all of them. */
export const daysFrom = (day: string, to: string): number =>
  (dayDate(to).getTime() - dayDate(day).getTime()) / DAY_MS

/** The day so many days after another (`YYYY-MM-DD`); before it where that is negative. */
export const dayAfter = (day: string, days = 1): string =>
  dayText(new Date(dayDate(day).getTime() + days * DAY_MS))

/** 0 for Monday to 6 for Sunday. */
const weekdayOf = (day: string): number => (dayDate(day).getUTCDay() + 6) % 7

/** The first day of the week that a day is in, by the weekday on which weeks begin. */
export const weekBegin = (day: string, weekStart: Weekday): string =>
  dayAfter(day, -((weekdayOf(day) - weekdays.indexOf(weekStart) + 7) % 7))

/** The seven days of the week that a day is in, by the weekday on which weeks begin. */
export function weekOf(day: string, weekStart: Weekday): string[] {
  const begin = weekBegin(day, weekStart)
  return Array.from({ length: 7 }, (_, index) => dayAfter(begin, index))
}

/** A calendar day as the database gives it, as text: `YYYY-MM-DD`. */
export const dayText = (day: Date) => day.toISOString().slice(0, 10)

/** A calendar day as the database takes it. */
export const dayDate = (text: string) => new Date(`${text}T00:00:00Z`)

/** Calendar days of a place (`YYYY-MM-DD`), both included. */
export interface Days {
  from: string
  to: string
}
