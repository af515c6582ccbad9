import { brief, instantIn, pay, rules, worked } from '@test/support/pay'
import { each, published } from '@test/support/published-cases'
import { expect } from 'vitest'
import type { PayInput, PayRules } from '@/domain/pay/schema'

type Overtime = NonNullable<PayRules['overtime']>
const over = (minutes: number, factor = '1.5') => ({ afterMinutes: minutes, factor })
const cents = (sum: unknown) => Math.round(Number(sum) * 100)

/** Hours a day from Sunday, 1 March 2026, on. */
const days = (hours: readonly number[], kind?: string) =>
  hours.map((length, i) =>
    worked(
      `${kind ?? 'e'}${i}`,
      `2026-03-0${i + 1} 00:00`,
      `${String(length).padStart(2, '0')}:00`,
      kind ? { kind } : {},
    ),
  )
const week = (entries: ReturnType<typeof days>, overtime: Overtime, more: Partial<PayInput> = {}) =>
  pay(entries, { weekStart: 'sunday', rules: rules({ overtime }), ...more })
const daily = { daily: [over(480), over(720, '2')] }

const schedule = (zone: string, from: string, to: string) =>
  pay([{ id: 'a', in: from, out: to }], {
    timeZone: zone,
    period: { from: '2021-01-01', to: '2021-01-31' },
    rates: [{ from: '2020-01-01', hourly: 2000 }],
    rules: [
      { from: '2020-01-01', breaks: [{ afterMinutes: 360, minutes: 60 }], overtime: { daily: [over(480)] } },
    ],
  })

published(
  'overtime.json',
  {
    'flsa-production-bonus-1981': ({ given, expect: answer }) => {
      const hours = Number(given.hours)
      const premiums = [{ name: 'bonus', amount: cents(given.week_bonus) / hours }]
      const result = week(
        days([8, 8, 8, 8, 8, 6]),
        {},
        {
          rates: [{ from: '2026-01-01', hourly: cents(given.hourly) }],
          rules: rules({ premiums, overtime: { weekly: [over(2400)], base: 'weighted' } }),
        },
      )
      expect(result.totals.gross).toBe(cents(answer.total))
      expect(brief(result).find((line) => line[2] === 'weighted')?.[4]).toBe(cents(answer.regular_rate))
    },
    'two-rates-thirds': ({ given, expect: answer }) => {
      const [first, second] = given.work as { rate: string }[]
      const rates = [
        { from: '2026-01-01', hourly: cents(first?.rate) },
        { from: '2026-01-01', kind: 'second', hourly: cents(second?.rate) },
      ]
      const later = days([0, 0, 0, 8, 7], 'second').slice(3)
      const result = week(
        [...days([10, 10, 10]), ...later],
        { weekly: [over(2400)], base: 'weighted' },
        { rates },
      )
      expect(result.totals).toMatchObject({
        gross: cents(answer.total),
        overtimeMinutes: Number(answer.overtime_hours) * 60,
      })
    },
    'ca-six-nines': ({ expect: answer }) => {
      const { totals } = week(days([9, 9, 9, 9, 9, 9]), { ...daily, weekly: [over(2400)] })
      expect(totals).toMatchObject({
        overtimeMinutes: Number(answer.overtime_hours) * 60,
        regularMinutes: Number(answer.regular_hours) * 60,
      })
    },
    'ca-seventh-day': ({ given, expect: answer }) => {
      const seventhDay = [over(0), over(480, '2')]
      const hours = Object.values(given.hours_by_day as Record<string, number>)
      const { totals } = week(days(hours), { ...daily, weekly: [over(2400)], seventhDay })
      expect(totals.regularMinutes).toBe(Number(answer.regular_hours) * 60)
      expect(totals.byFactor).toEqual({
        '1.5': Number(answer.overtime_hours) * 60,
        '2': Number(answer.double_hours) * 60,
      })
    },
    'simple-45': ({ given, expect: answer }) => {
      const rates = [{ from: '2026-01-01', hourly: cents(given.hourly) }]
      const result = week(days([9, 9, 9, 9, 9]), { weekly: [over(2400)] }, { rates })
      const amounts = (kind: 'regular' | 'overtime') =>
        brief(result, kind).reduce((all, line) => all + Number(line[6]), 0)
      expect([amounts('regular'), amounts('overtime'), result.totals.gross]).toEqual(
        [answer.regular, answer.overtime, answer.total].map(cents),
      )
    },
    ...each(['odoo-through-lunch', 'odoo-early-through-lunch'], ({ given, expect: answer }) => {
      const [[from, to] = []] = given.punches as string[][]
      const at = (time = '') => instantIn('UTC', `2021-01-04 ${time}`)
      expect(schedule('UTC', at(from), at(to)).totals.overtimeMinutes).toBe(
        Number(answer.overtime_hours) * 60,
      )
    }),
    ...each(['odoo-tokyo', 'odoo-honolulu'], ({ given, expect: answer }) => {
      const [[from = '', to = ''] = []] = given.punches_utc as string[][]
      const result = schedule(String(given.time_zone), from, to)
      expect(result.totals.overtimeMinutes).toBe(Number(answer.overtime_hours) * 60)
      expect(new Set(result.lines.map(({ day }) => day))).toEqual(new Set([answer.local_day ?? '2021-01-04']))
    }),
  },
  {
    'flsa-piece-and-waiting': 'Clockface pays by the hour, not by the piece',
    'odoo-tolerance-10': 'there is no tolerance around a schedule',
  },
)
