import { brief, pay, rules, worked } from '@test/support/pay'
import { each, type PublishedCase, published } from '@test/support/published-cases'
import { expect } from 'vitest'
import type { PayPremium } from '@/domain/pay/schema'

const night: PayPremium[] = [
  { name: 'night', from: '20:00', to: '00:00', factor: '0.25' },
  { name: 'night', from: '04:00', to: '06:00', factor: '0.25' },
]
const table: PayPremium[] = [
  ...night,
  { name: 'sunday', days: ['sunday'], factor: '0.5' },
  { name: 'holiday', holidays: true, factor: '1.25' },
]
/** What § 3b asks of the shift, that it began before midnight, is a window on that Monday here. */
const afterSunday: PayPremium[] = [
  { name: 'night', from: '00:00', to: '04:00', factor: '0.4' },
  { name: 'sunday', days: ['monday'], from: '00:00', to: '04:00', factor: '0.5' },
]
const dates: Record<string, string> = {
  Tue: '2026-03-03',
  Sun: '2026-03-08',
  Mon: '2026-03-09',
  '3 Oct': '2026-10-03',
  'Sun 3 Oct 2027': '2027-10-03',
}
const year = { period: { from: '2026-01-01', to: '2027-12-31' }, holidays: ['2026-10-03', '2027-10-03'] }

const percent =
  (premiums: PayPremium[]) =>
  ({ given, expect: answer }: PublishedCase) => {
    const [, day = '', hour = ''] = /^(.*) (\d\d):00$/.exec(String(given.at)) ?? []
    const next = String(Number(hour) + 1).padStart(2, '0')
    const entry = worked('a', `${dates[day]} ${hour}:00`, `${next}:00`)
    const { lines } = pay([entry], { ...year, rules: rules({ premiums }) })
    const paid = lines.filter(({ kind }) => kind === 'premium').reduce((all, { amount }) => all + amount, 0)
    expect(paid / 20).toBe(answer.percent)
  }

const otherHoliday = 'all holidays are paid alike'

published(
  'premiums.json',
  {
    ...each(
      ['de3b-night', 'de3b-sunday', 'de3b-sunday-night', 'de3b-holiday', 'de3b-holiday-on-sunday'],
      percent(table),
    ),
    ...each(['de3b-monday-after-sunday', 'de3b-monday-four'], percent([...table, ...afterSunday])),
    'de3b-shift': ({ expect: answer }) => {
      const entry = worked('a', '2026-03-08 22:00', '2026-03-09 06:00')
      const result = pay([entry], { rules: rules({ premiums: [...table, ...afterSunday] }) })
      const total = brief(result, 'premium').reduce((all, line) => all + Number(line[6]), 0)
      expect((total / 100).toFixed(2)).toBe(answer.premium_total)
      const sunday = brief(result, 'premium').filter((line) => line[0] === '03-08')
      const [[, , first] = []] = answer.lines as unknown[][]
      expect((sunday.reduce((all, line) => all + Number(line[6]), 0) / 100).toFixed(2)).toBe(first)
    },
    'flsa-premium-under-1.5': ({ given, expect: answer }) => {
      const hourly = Number(given.hourly) * 100
      const factor = String(Number(given.sunday_rate) / Number(given.hourly) - 1)
      const inRegularRate = answer.sunday_extra_in_regular_rate === true
      const entries = [
        ...[2, 3, 4, 5].map((day) => worked(`e${day}`, `2026-03-0${day} 08:00`, '18:00')),
        worked('s', '2026-03-08 08:00', '18:00'),
      ]
      const result = pay(entries, {
        rates: [{ from: '2026-01-01', hourly }],
        rules: rules({
          premiums: [
            { name: 'sunday', days: ['sunday'], factor, inRegularRate, credited: answer.creditable === true },
          ],
          overtime: { weekly: [{ afterMinutes: 2400, factor: '1.5' }], base: 'weighted' },
        }),
      })
      const average = (50 * hourly + 10 * 300) / 50
      expect(result.totals.gross).toBe(50 * average + 5 * average)
      expect(brief(result, 'adjustment')).toEqual([])
    },
  },
  {
    'de3b-christmas-eve-14': otherHoliday,
    'de3b-may-day': otherHoliday,
    'de3b-cap': 'taxes are not computed',
  },
)
