import { Temporal } from 'temporal-polyfill'

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

/** The day so many days after another (`YYYY-MM-DD`); before it where that is negative. */
export const dayAfter = (day: string, days = 1): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** The seven days of the week that a day is in, by the weekday on which weeks begin. */
export function weekOf(day: string, weekStart: Weekday): string[] {
  const since = (Temporal.PlainDate.from(day).dayOfWeek - 1 - weekdays.indexOf(weekStart) + 7) % 7
  return Array.from({ length: 7 }, (_, index) => dayAfter(day, index - since))
}

/** A calendar day as the database gives it, as text: `YYYY-MM-DD`. */
export const dayText = (day: Date) => day.toISOString().slice(0, 10)

/** A calendar day as the database takes it. */
export const dayDate = (text: string) => new Date(`${text}T00:00:00Z`)
