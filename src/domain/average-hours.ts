import { Temporal } from 'temporal-polyfill'
import { usageOf } from './countries'
import { weekDays } from './pay-periods'
import { type Days, dayAfter, type Weekday } from './weeks'

const WEEK_MINUTES = 48 * 60

/**
 * Over how many weeks 48 hours a week are an average: 17, which is four months (Directive 2003/88/EC, articles 6 and
 * 16 (b); Working Time Regulations 1998, regulation 4), and 24 in Germany (ArbZG § 3). Null where neither holds.
 */
function referenceWeeks(country: string): number | null {
  if (country === 'DE') return 24
  const { preset } = usageOf(country)
  return preset === 'eu' || preset === 'uk' ? 17 : null
}

interface Asked {
  country: string
  weekStart: Weekday
  period: Days
  /** The last whole day so far. */
  yesterday: string
}

/** The weeks over which the average is reckoned: those up to the last whole one of the period. Null where none counts. */
export function averagedDays({ country, weekStart, period, yesterday }: Asked): Days | null {
  const weeks = referenceWeeks(country)
  if (weeks === null) return null
  const last = period.to < yesterday ? period.to : yesterday
  const week = weekDays(last, weekStart)
  const to = week.to === last ? last : dayAfter(week.from, -1)
  return to < period.from ? null : { from: dayAfter(to, 1 - weeks * 7), to }
}

/**
 * By how many minutes a week somebody worked more than 48 hours on average. Of whoever began later, the weeks since
 * they did count.
 */
export function beyondAverage(minutes: number, days: Days, startedOn: string): number {
  const from = startedOn > days.from ? startedOn : days.from
  if (from > days.to) return 0
  const counted =
    Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(days.to), { largestUnit: 'day' }).days + 1
  return Math.max(0, Math.ceil((minutes * 7) / Math.max(7, counted)) - WEEK_MINUTES)
}
