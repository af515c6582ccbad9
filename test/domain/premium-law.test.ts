import { describe, expect, test } from 'vitest'
import { calculatePay } from '@/domain/pay/calculate'
import type { PayPremium } from '@/domain/pay/schema'
import { weekdays } from '@/domain/pay/weekdays'
import { decided, withDecided } from '@/domain/premium-law'
import type { Rules } from '@/domain/rule-sets'
import { rulesSchema } from '@/domain/rule-sets-schema'

const weighted = (premium: Omit<PayPremium, 'name'>): Rules => ({
  overtime: { weekly: [{ afterMinutes: 2400, factor: '1.5' }], base: 'weighted' },
  premiums: [{ name: 'Premium', ...premium }],
})
const saturday = (factor: string, more: Partial<PayPremium> = {}) =>
  weighted({ days: ['saturday'], factor, ...more })
const night = (more: Partial<PayPremium> = {}) =>
  weighted({ from: '22:00', to: '06:00', factor: '0.25', ...more })

/** Fifty hours at 10.00, of which ten on Saturday. */
function week(rules: Rules) {
  const day = (at: number) => ({
    ...{ id: String(at), in: `2026-03-0${at}T08:00:00Z`, out: `2026-03-0${at}T18:00:00Z` },
  })
  const { lines, totals } = calculatePay({
    ...{ timeZone: 'UTC', currency: 'USD', period: { from: '2026-03-02', to: '2026-03-08' } },
    rates: [{ from: '2026-01-01', hourly: 1000 }],
    rules: [{ from: '2026-01-01', ...withDecided(rules) }],
    entries: [2, 3, 4, 5, 7].map(day),
  })
  return { gross: totals.gross, credit: lines.find(({ name }) => name === 'credit')?.amount ?? 0 }
}

describe('a premium of which nobody decided', () => {
  test('for nights is in the regular rate: 29 CFR 778.207(b)', () => {
    expect(decided({ factor: '0.9' }, 'weighted')).toEqual({ inRegularRate: true, credited: false })
  })

  test('of less than half for Saturdays is in the regular rate: 29 CFR 778.203', () => {
    // Straight 500.00 and 25.00 on top; overtime adds half of 10.50 for ten hours.
    expect(week(saturday('0.25'))).toEqual({ gross: 57_750, credit: 0 })
  })

  test('of half for Saturdays is credited: all that overtime would add is paid already', () => {
    expect(week(saturday('0.5'))).toEqual({ gross: 55_000, credit: -5000 })
  })

  test.each([
    [{ holidays: true, factor: '1' }, true],
    [{ days: ['sunday'], factor: '0.5' }, true],
    [{ days: ['sunday', 'monday'], factor: '0.5' }, false],
    [{ days: ['sunday'], factor: '0.49' }, false],
    [{ factor: '1' }, false],
    [{ days: ['sunday'] }, false],
  ] as const)('%o is credited: %s', (terms, credited) => {
    const { days, ...rest } = { days: undefined, ...terms }
    const given = { ...rest, days: days && [...days] }
    expect(decided(given, 'weighted')).toEqual({ inRegularRate: !credited, credited })
  })

  test('is credited only on the week’s average, which is the law of the United States', () => {
    expect(decided({ days: ['sunday'], factor: '0.5' }, 'own').credited).toBe(false)
  })

  test('follows what is decided of the other', () => {
    const terms = { days: ['sunday' as const], factor: '0.5' }
    expect(decided({ ...terms, inRegularRate: true }, 'weighted').credited).toBe(false)
    expect(decided({ ...terms, days: ['monday'], credited: true }, 'weighted').inRegularRate).toBe(false)
    expect(decided({ ...terms, credited: false }, 'weighted').inRegularRate).toBe(false)
  })
})

test.each([
  ['less than half, credited', saturday('0.25', { credited: true })],
  ['at night, credited', night({ factor: '0.5', credited: true })],
  ['an amount, credited', weighted({ days: ['sunday'], amount: 5000, credited: true })],
  ['half for all days there are, credited', weighted({ days: [...weekdays], factor: '0.5', credited: true })],
  ['credited and in the regular rate', saturday('0.5', { credited: true, inRegularRate: true })],
  ['less than half, out of the regular rate', saturday('0.25', { inRegularRate: false })],
  ['at night, out of the regular rate', night({ inRegularRate: false })],
])('a premium of %s is refused: it would understate overtime', (_, rules) => {
  expect(rulesSchema.safeParse(rules).success).toBe(false)
})

test.each([
  ['nobody decided about', night()],
  ['of half for a day of rest, credited', weighted({ days: ['monday'], factor: '0.5', credited: true })],
  [
    'out of the regular rate where there is none',
    { premiums: [{ ...night().premiums?.[0], name: 'Night', inRegularRate: false }] },
  ],
] as [string, Rules][])('a premium %s is taken', (_, rules) => {
  expect(rulesSchema.safeParse(rules).success).toBe(true)
})

test.each(['down', 'up'] as const)('rounding %s is refused at a workplace', (mode) => {
  expect(rulesSchema.safeParse({ rounding: { of: 'punch', mode, minutes: 15 } }).success).toBe(false)
})
