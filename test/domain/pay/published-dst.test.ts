import { instantIn, pay, rules, workedIn } from '@test/support/pay'
import { each, type PublishedCase, published } from '@test/support/published-cases'
import { expect } from 'vitest'
import type { PayInput } from '@/domain/pay/schema'

const zone = 'America/New_York'
const given: Partial<PayInput> = {
  timeZone: zone,
  period: { from: '2019-01-01', to: '2027-12-31' },
  rates: [{ from: '2019-01-01', hourly: 2000 }],
  weekStart: 'sunday',
}
const hours = (from: string, to: string, meal = 0) => {
  const lunch = Date.parse(instantIn(zone, from)) + 30 * 60_000
  const at = (more: number) => new Date(lunch + more * 60_000).toISOString()
  const breaks = [{ start: at(0), end: at(meal) }]
  return pay([workedIn(zone)('a', from, to, { breaks })], given).totals.paidMinutes / 60
}
/** A Saturday evening to a Sunday morning, given by their times. */
const overnight =
  (saturday: string, sunday: string) =>
  ({ given: { shift, ...more }, expect: answer }: PublishedCase) => {
    const [from, to] = (shift as string[]).map((time) => time.slice(4))
    expect(hours(`${saturday} ${from}`, `${sunday} ${to}`, Number(more.unpaid_meal_minutes ?? 0))).toBe(
      answer.worked_hours,
    )
  }

const computed = ({ given: { zone: name, in: from, out: to }, expect: answer }: PublishedCase) => {
  const entry = workedIn(String(name))('a', String(from), String(to))
  expect([entry.in, entry.out ?? ''].map((at) => new Date(at).toISOString())).toEqual(
    [answer.in_utc, answer.out_utc].map((at) => new Date(String(at)).toISOString()),
  )
  expect(pay([entry], { ...given, timeZone: String(name) }).totals.paidMinutes).toBe(answer.minutes)
}

published(
  'dst.json',
  {
    'dol-spring': overnight('2027-03-13', '2027-03-14'),
    ...each(['dol-fall', 'fall-23-07'], overnight('2027-11-06', '2027-11-07')),
    'dol-2019': ({ given: { shift }, expect: answer }) => {
      const [from = '', to = ''] = shift as string[]
      expect(hours(from, to)).toBe(answer.worked_hours)
    },
    'fall-week-41': ({ given: { weekly_threshold }, expect: answer }) => {
      const worked = workedIn(zone)
      const entries = [
        worked('s', '2027-11-07 00:00', '2027-11-07 08:00'),
        ...[8, 9].map((day) => worked(`e${day}`, `2027-11-0${day} 08:00`, `2027-11-0${day} 16:00`)),
        ...[10, 11].map((day) => worked(`e${day}`, `2027-11-${day} 08:00`, `2027-11-${day} 16:00`)),
      ]
      const weekly = [{ afterMinutes: Number(weekly_threshold) * 60, factor: '1.5' }]
      const { totals } = pay(entries, { ...given, rules: rules({ overtime: { weekly } }) })
      expect(totals.overtimeMinutes).toBe(Number(answer.overtime_hours) * 60)
    },
    'spring-paid-anyway': ({ given: { worked_hours, paid_hours }, expect: answer }) => {
      const entry = workedIn(zone)('a', '2027-03-14 00:00', '2027-03-14 08:00')
      const extras = [{ day: '2027-03-14', name: 'lost hour', minutes: 60, amount: 2000 }]
      const weekly = [{ afterMinutes: 419, factor: '1.5' }]
      const { totals } = pay([entry], {
        ...given,
        extras,
        rules: rules({ overtime: { weekly, base: 'weighted' } }),
      })
      expect(totals.paidMinutes).toBe(Number(worked_hours) * 60)
      expect(totals.overtimeMinutes).toBe(answer.eighth_hour_counts_as_work ? 61 : 1)
      expect(totals.gross).toBe(Number(paid_hours) * 2000 + (answer.in_regular_rate ? 19 : 17))
    },
    ...each(
      ['tz-1-berlin', 'tz-2-berlin', 'tz-7-lord_howe', 'tz-8-casablanca', 'tz-9-kathmandu', 'tz-10-st_johns'],
      computed,
    ),
  },
  {},
)
