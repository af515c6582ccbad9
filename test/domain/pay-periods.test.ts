import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { payCycles, payPeriodOf, periodBetween, weekDays } from '@/domain/pay-periods'
import { dayAfter } from '@/domain/weeks'

describe('the pay period of a day', () => {
  test.each([
    [
      'a week from its first day to its seventh',
      'WEEKLY',
      '2026-03-02',
      '2026-03-08',
      '2026-03-02',
      '2026-03-08',
    ],
    ['the day after is the next week’s', 'WEEKLY', '2026-03-02', '2026-03-09', '2026-03-09', '2026-03-15'],
    [
      'weeks before the first that was named',
      'WEEKLY',
      '2026-03-02',
      '2026-02-28',
      '2026-02-23',
      '2026-03-01',
    ],
    ['two weeks, in their second', 'TWO_WEEKLY', '2026-03-02', '2026-03-15', '2026-03-02', '2026-03-15'],
    [
      'two weeks across the end of a year',
      'TWO_WEEKLY',
      '2025-12-22',
      '2026-01-04',
      '2025-12-22',
      '2026-01-04',
    ],
    ['two weeks, counted back', 'TWO_WEEKLY', '2026-03-02', '2026-03-01', '2026-02-16', '2026-03-01'],
    [
      'the first half of a month ends on the 15th',
      'SEMI_MONTHLY',
      '2026-01-01',
      '2026-02-15',
      '2026-02-01',
      '2026-02-15',
    ],
    ['the second half of February', 'SEMI_MONTHLY', '2026-01-01', '2026-02-16', '2026-02-16', '2026-02-28'],
    [
      'the second half of February in a leap year',
      'SEMI_MONTHLY',
      '2026-01-01',
      '2028-02-20',
      '2028-02-16',
      '2028-02-29',
    ],
    [
      'the second half of a month of 31 days',
      'SEMI_MONTHLY',
      '2026-01-01',
      '2026-03-31',
      '2026-03-16',
      '2026-03-31',
    ],
    ['a month of 30 days', 'MONTHLY', '2026-01-01', '2026-04-30', '2026-04-01', '2026-04-30'],
    ['February', 'MONTHLY', '2026-01-01', '2026-02-28', '2026-02-01', '2026-02-28'],
    ['February in a leap year', 'MONTHLY', '2026-01-01', '2028-02-29', '2028-02-01', '2028-02-29'],
    [
      'a month is the calendar’s, whichever day was named first',
      'MONTHLY',
      '2026-01-12',
      '2026-05-05',
      '2026-05-01',
      '2026-05-31',
    ],
  ] as const)('%s', (_title, cycle, first, day, from, to) => {
    expect(payPeriodOf(day, { cycle, first })).toEqual({ from, to })
  })

  const someDay = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  test('periods tile the calendar: each day is in its own, and the next begins the day after', () => {
    fc.assert(
      fc.property(someDay, someDay, fc.constantFrom(...payCycles), (day, first, cycle) => {
        const period = payPeriodOf(day, { cycle, first })
        expect(period.from <= day && day <= period.to).toBe(true)
        expect(payPeriodOf(period.from, { cycle, first })).toEqual(period)
        expect(payPeriodOf(period.to, { cycle, first })).toEqual(period)
        expect(payPeriodOf(dayAfter(period.to), { cycle, first }).from).toBe(dayAfter(period.to))
        expect(payPeriodOf(dayAfter(period.from, -1), { cycle, first }).to).toBe(dayAfter(period.from, -1))
      }),
    )
  })
})

describe('the week of a day', () => {
  test.each([
    ['a Sunday, where weeks begin on Monday', '2026-03-08', 'MONDAY', '2026-03-02', '2026-03-08'],
    ['a Sunday, where weeks begin on Sunday', '2026-03-08', 'SUNDAY', '2026-03-08', '2026-03-14'],
    ['a Friday, where weeks begin on Saturday', '2026-01-02', 'SATURDAY', '2025-12-27', '2026-01-02'],
  ] as const)('%s', (_title, day, weekStart, from, to) => {
    expect(weekDays(day, weekStart)).toEqual({ from, to })
  })
})

describe('a period where the cycle was changed', () => {
  const march = { from: '2026-03-01', to: '2026-03-31' }
  test.each([
    [
      'begins after the one that stands',
      '2026-04-02',
      { from: '2026-03-30', to: '2026-04-05' },
      { from: '2026-04-01', to: '2026-04-05' },
    ],
    [
      'ends before the one that stands',
      '2026-02-27',
      { from: '2026-02-23', to: '2026-03-01' },
      { from: '2026-02-23', to: '2026-02-28' },
    ],
    [
      'is as it is, where none is near',
      '2026-05-05',
      { from: '2026-05-04', to: '2026-05-10' },
      { from: '2026-05-04', to: '2026-05-10' },
    ],
  ])('%s', (_title, day, wanted, period) => {
    expect(periodBetween(day, wanted, [march])).toEqual(period)
  })
  test('is none where the day belongs to one already', () => {
    expect(periodBetween('2026-03-31', { from: '2026-03-30', to: '2026-04-05' }, [march])).toBeNull()
  })
})
