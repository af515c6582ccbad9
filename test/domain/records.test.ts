import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOfMonth, monthsBetween } from '@/domain/months'
import { payCycles } from '@/domain/pay-periods'
import { erasableOn, type Kept, keepingOf, keptFrom, keptFromAmong, UNKNOWN_KEEPING } from '@/domain/records'
import { dayAfter } from '@/domain/weeks'

describe('for how long records are kept', () => {
  test.each([
    ['Spain keeps four years, though it follows the EU’s rules (ET 34.9)', 'ES', ['eu'], 4, '34.9'],
    ['Germany keeps two years (ArbZG § 16(2))', 'DE', ['germany'], 2, '16(2)'],
    ['the United States keep three years (29 CFR 516.5)', 'US', ['us_federal'], 3, '516.5'],
    ['the United Kingdom keeps six years (NMW Regulations 2015, 59)', 'GB', ['uk'], 6, 'regulation 59'],
    ['the preset decides where it says more than the country', 'DE', ['us_federal'], 3, '516.5'],
    ['the country decides where it says more than the preset', 'ES', ['germany'], 4, '34.9'],
    ['the longest of all rules that ever held decides', 'FR', ['germany', 'uk', 'eu'], 6, 'regulation 59'],
  ])('%s', (_, country, presets, years, citation) => {
    const keeping = keepingOf(country, presets)
    expect(keeping.years).toBe(years)
    expect(keeping.source?.citation).toContain(citation)
  })

  test('where no law is known they are kept as long as the longest that is known', () => {
    expect(keepingOf('JP', [])).toEqual(UNKNOWN_KEEPING)
    expect(keepingOf('JP', ['no such preset'])).toEqual({ years: 6, source: null })
    // Rules of a country with shorter years say nothing about this one.
    expect(keepingOf('JP', ['germany'])).toEqual(UNKNOWN_KEEPING)
  })
})

const monthly: Kept = { years: 2, cycle: 'MONTHLY', first: '2020-01-01' }

describe('when they may go', () => {
  test('two years after the end of the next pay period, because its overtime rests on their last week', () => {
    expect(erasableOn('2024-01-01', monthly)).toBe('2026-03-01')
    expect(erasableOn('2024-01-31', monthly)).toBe('2026-03-01')
    expect(keptFrom('2026-02-28', monthly)).toBe('2024-01-01')
    expect(keptFrom('2026-03-01', monthly)).toBe('2024-02-01')
  })

  test('a 29th of February is over on the 1st of March', () => {
    const weekly: Kept = { years: 3, cycle: 'WEEKLY', first: '2024-02-29' }
    expect(erasableOn('2024-02-15', weekly)).toBe('2027-03-01')
  })

  test('what may go on a day is what was to be kept until then, whatever the cycle', () => {
    const aDay = (from: string) => fc.integer({ min: 0, max: 4000 }).map((days) => dayAfter(from, days))
    const kept = fc.record({
      years: fc.integer({ min: 1, max: 8 }),
      cycle: fc.constantFrom(...payCycles),
      first: aDay('2019-01-01'),
    })
    fc.assert(
      fc.property(aDay('2015-01-01'), aDay('2020-01-01'), kept, (day, today, kept) => {
        expect(day < keptFrom(today, kept)).toBe(today >= erasableOn(day, kept))
      }),
    )
  })

  test('a period that was paid late stays, and with it the one before', () => {
    const march = { from: '2024-03-01', to: '2024-03-31', late: false }
    expect(keptFromAmong('2024-06-01', [march], monthly)).toBe('2024-06-01')
    expect(keptFromAmong('2024-06-01', [{ ...march, late: true }], monthly)).toBe('2024-02-01')
  })

  test('a period that another cycle made is not cut in two', () => {
    const weeks = { from: '2024-05-20', to: '2024-06-02', late: false }
    expect(keptFromAmong('2024-06-01', [weeks], monthly)).toBe('2024-05-20')
  })
})

test('a month has its own last day, and months count backwards', () => {
  expect(daysOfMonth('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(monthsBetween('2025-11', '2026-01')).toEqual(['2026-01', '2025-12', '2025-11'])
})
