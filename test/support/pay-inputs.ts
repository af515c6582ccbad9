import fc from 'fast-check'
import { ruleSet } from './pay-inputs/rules'
import { entriesOf, instant, length, oneOf, shift } from './pay-inputs/shifts'
import { dayName, dayNumber, wallClock } from './pay-oracle/clock'
import type { Entry, Input, Weekday } from './pay-oracle/shape'

const zones: [zone: string, changes: string[]][] = [
  ['Europe/Berlin', ['2026-03-29', '2026-10-25']],
  ['America/Los_Angeles', ['2026-03-08', '2026-11-01']],
  ['Australia/Lord_Howe', ['2026-04-05', '2026-10-04']],
  ['Africa/Casablanca', ['2026-02-15', '2026-03-22']],
  ['Africa/Cairo', ['2026-04-24', '2026-10-30']],
  ['America/St_Johns', ['2010-03-14', '2010-11-07']],
  ['Asia/Kathmandu', ['2026-05-10']],
]
const weekdays: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const later = (day: string, days: number) => dayName(dayNumber(day) + days)

/** Inputs of `pay calculate` as they may come: a period around a night on which clocks change, with anything in it. */
export const payInput: fc.Arbitrary<Input> = fc
  .record({
    zone: oneOf(...zones),
    change: length(0, 1),
    starts: length(-10, -1),
    minuteOfDay: length(0, 1439),
    shifts: fc.array(shift, { minLength: 1, maxLength: 9, size: 'max' }),
    every: oneOf(null, 1440, 1440, 720),
    periodStarts: length(-9, 1),
    periodDays: oneOf(1, 3, 7, 7, 14),
    weekStart: oneOf<(Weekday | undefined)[]>(undefined, ...weekdays),
    holidays: fc.uniqueArray(length(-6, 6), { maxLength: 2 }),
    rules: fc.array(ruleSet, { maxLength: 3 }),
    rulesChange: fc.tuple(length(-8, 3), length(1, 7)),
    ratesChange: length(-8, 3),
    hourly: fc.array(length(0, 5000), { minLength: 4, maxLength: 4 }),
    turned: fc.boolean(),
    open: oneOf(false, false, false, true),
    extras: fc.array(
      fc.record({ day: length(-8, 8), amount: length(-900, 9000), minutes: oneOf(undefined, 60) }),
      { maxLength: 2 },
    ),
  })
  .map((made) => {
    const day = (made.zone[1][made.change] ?? made.zone[1][0]) as string
    const begin = dayNumber(later(day, made.starts)) * 1440 + made.minuteOfDay
    const clock = wallClock(made.zone[0])
    const entries = entriesOf(made.shifts, 2 * begin - clock(begin), made.every)
    if (made.open) entries.push({ id: 'open', in: instant(begin + 20_000, 0, 1) })
    const from = later(day, made.periodStarts)
    const [change, again] = made.rulesChange
    const [first = 0, second = 0, third = 0, fourth = 0] = made.hourly
    const turn = <T>(list: T[]) => (made.turned ? list.toReversed() : list)
    const turnBreaks = (entry: Entry) => (entry.breaks ? { ...entry, breaks: turn(entry.breaks) } : entry)
    return {
      timeZone: made.zone[0],
      currency: 'USD',
      ...(made.weekStart && { weekStart: made.weekStart }),
      period: { from, to: later(from, made.periodDays - 1) },
      holidays: made.holidays.map((days) => later(day, days)),
      rules: turn(
        made.rules.map((rules, at) => ({
          from: ['2001-01-01', later(day, change), later(day, change + again)][at] ?? '',
          ...rules,
        })),
      ),
      rates: turn([
        { from: '2001-01-01', hourly: first },
        { from: later(day, made.ratesChange), hourly: second },
        { from: '2001-01-01', kind: 'kitchen', hourly: third },
        { from: later(day, made.ratesChange), kind: 'driving', hourly: fourth },
      ]),
      entries: turn(entries.map(turnBreaks)),
      extras: made.extras.map(({ minutes, ...extra }, at) => ({
        ...{ ...extra, day: later(day, extra.day), name: `extra ${at}`, ...(minutes && { minutes }) },
      })),
    }
  })
