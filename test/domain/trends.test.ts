import { describe, expect, test } from 'vitest'
import { chartTop, type TrendRow, trendOf, trendSpans } from '@/domain/trends'

const march = '2026-03-10'

describe('the spans of a trend', () => {
  test('are the last months as they are in the calendar, this one among them', () => {
    expect(trendSpans(march, { months: 3, step: 'month', weekStart: 'MONDAY' })).toEqual([
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2026-02-01', to: '2026-02-28' },
      { from: '2026-03-01', to: '2026-03-31' },
    ])
  })

  test('are whole weeks, from the one in which the first month begins to this one', () => {
    const weeks = trendSpans(march, { months: 3, step: 'week', weekStart: 'SUNDAY' })
    expect(weeks.at(0)).toEqual({ from: '2025-12-28', to: '2026-01-03' })
    expect(weeks.at(1)).toEqual({ from: '2026-01-04', to: '2026-01-10' })
    expect(weeks.at(-1)).toEqual({ from: '2026-03-08', to: '2026-03-14' })
    expect(weeks).toHaveLength(11)
  })

  test('reach today where a week begins with it', () => {
    const weeks = trendSpans('2026-03-09', { months: 3, step: 'week', weekStart: 'MONDAY' })
    expect(weeks.at(-1)?.from).toBe('2026-03-09')
  })

  test('of a year pass the turn of the year', () => {
    const months = trendSpans('2026-01-31', { months: 12, step: 'month', weekStart: 'MONDAY' })
    expect(months.map(({ to }) => to).slice(0, 2)).toEqual(['2025-02-28', '2025-03-31'])
    expect(months).toHaveLength(12)
  })
})

const row = (day: string, group: string, minutes: number, more: Partial<TrendRow> = {}): TrendRow => ({
  ...{ day, group, minutes, overtime: 0, amount: 0, ...more },
})
const spans = trendSpans(march, { months: 3, step: 'month', weekStart: 'MONDAY' })

describe('the sums of a trend', () => {
  test('add up what lies in each span, the first and last day included', () => {
    const { groups, sums } = trendOf(
      [
        row('2025-12-31', 'all', 1),
        row('2026-01-01', 'all', 60, { overtime: 10, amount: 100 }),
        row('2026-01-31', 'all', 30, { overtime: 5, amount: -40 }),
        row('2026-03-31', 'all', 7),
        row('2026-04-01', 'all', 1),
      ],
      spans,
    )
    expect(groups).toEqual(['all'])
    expect(sums).toEqual([
      [{ minutes: 90, overtime: 15, amount: 60 }],
      [{ minutes: 0, overtime: 0, amount: 0 }],
      [{ minutes: 7, overtime: 0, amount: 0 }],
    ])
  })

  test('name those with the most hours first, and last what is paid without work', () => {
    const rows = [
      row(march, 'other', 0, { amount: 5 }),
      row(march, 'kitchen', 60),
      row(march, 'bar', 90),
      row(march, 'attic', 60),
    ]
    expect(trendOf(rows, spans).groups).toEqual(['bar', 'attic', 'kitchen', 'other'])
  })

  test('have more than five kinds of work together, so that a chart can be read', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const rows = names.map((name, at) => row(march, name, 100 - at, { amount: 10 }))
    const { groups, sums } = trendOf([...rows, row(march, 'other', 0, { amount: 3 })], spans)
    expect(groups).toEqual(['a', 'b', 'c', 'd', 'e', 'rest', 'other'])
    expect(sums.at(-1)?.slice(-2)).toEqual([
      { minutes: 95 + 94, overtime: 0, amount: 20 },
      { minutes: 0, overtime: 0, amount: 3 },
    ])
    expect(trendOf(rows.slice(0, 5), spans).groups).toEqual(names.slice(0, 5))
  })
})

test.each([
  [0, 60, 120],
  [61, 60, 120],
  [5 * 60, 60, 6 * 60],
  [17 * 60, 60, 20 * 60],
  [101 * 60, 60, 200 * 60],
  [61_000, 100, 80_000],
  [100_000, 100, 100_000],
])('the top of a chart whose highest value is %d, in units of %d, is %d', (highest, unit, top) => {
  expect(chartTop(highest, unit)).toBe(top)
})
