import { brief, type GivenEntry, pay, rules, worked } from '@test/support/pay'
import { describe, expect, it } from 'vitest'
import type { PayInput, PayRules } from '@/domain/pay/schema'

const tier = (afterMinutes: number, factor = '1.5') => ({ afterMinutes, factor })
type Overtime = NonNullable<PayRules['overtime']>
const weekly: Overtime = { weekly: [tier(2400)], base: 'weighted' }
const rates = [
  { from: '2026-01-01', hourly: 1000 },
  { from: '2026-01-01', kind: 'driving', hourly: 1200 },
]
/** Thirty hours at 10.00, then fifteen at 12.00, from a Monday on. */
const twoRates: GivenEntry[] = [
  worked('a', '2026-03-02 08:00', '18:00'),
  worked('b', '2026-03-03 08:00', '18:00'),
  worked('c', '2026-03-04 08:00', '18:00'),
  worked('d', '2026-03-05 08:00', '18:00', { kind: 'driving' }),
  worked('e', '2026-03-06 08:00', '13:00', { kind: 'driving' }),
]
const weighted = (given: Partial<PayInput> = {}, entries = twoRates) =>
  pay(entries, { rates, rules: rules({ overtime: weekly }), ...given })

describe('overtime on the week’s weighted average (29 CFR 778.115)', () => {
  it('pays every minute straight and adds half of an average that is not rounded before', () => {
    const result = weighted()
    expect(brief(result).slice(3)).toEqual([
      ['03-05', 'regular', 'driving', 600, 1200, '1', 12_000],
      ['03-06', 'overtime', 'driving', 300, 1200, '1', 6000],
      ['03-06', 'overtime', 'weighted', 300, 1067, '0.5', 2667],
    ])
    expect(result.totals).toEqual({
      paidMinutes: 2700,
      regularMinutes: 2400,
      overtimeMinutes: 300,
      byFactor: { '1.5': 300 },
      gross: 50_667,
    })
  })

  it('has no addition without overtime', () => {
    expect(brief(weighted({}, twoRates.slice(0, 4)), 'overtime')).toEqual([])
    expect(brief(weighted({}, []))).toEqual([])
  })

  it('has the premiums of the regular rate in its average, not those of weekends (778.207, 778.203)', () => {
    const premiums = [
      { name: 'night', from: '08:00', to: '09:00', factor: '0.9' },
      { name: 'cold', amount: 100, from: '09:00', to: '10:00', days: ['monday' as const] },
      { name: 'monday', days: ['monday' as const], factor: '1' },
      { name: 'feast', holidays: true, factor: '1', from: '08:00', to: '09:00' },
    ]
    const given = { holidays: ['2026-03-03'], rules: rules({ overtime: weekly, premiums }) }
    const night = 3 * 900 + 2 * 1080
    const average = (48_000 + night + 100) / 45
    const added = brief(weighted(given)).filter((line) => line[2] === 'weighted')
    expect(added).toEqual([
      ['03-06', 'overtime', 'weighted', 300, Math.round(average), '0.5', Math.round(average * 2.5)],
    ])
  })

  it('has or leaves out a premium that says so', () => {
    const average = (more: object) =>
      brief(
        weighted({
          rules: rules({
            overtime: weekly,
            premiums: [{ name: 'x', days: ['monday'], factor: '0.45', ...more }],
          }),
        }),
      ).find((line) => line[2] === 'weighted')?.[4]
    expect([average({}), average({ inRegularRate: true })]).toEqual([1067, 1167])
    const plain = (inRegularRate: boolean) =>
      brief(
        weighted({
          rules: rules({ overtime: weekly, premiums: [{ name: 'x', amount: 45, inRegularRate }] }),
        }),
      ).find((line) => line[2] === 'weighted')?.[4]
    expect([plain(false), plain(true)]).toEqual([1067, 1112])
  })

  it('leaves extras out of its average (29 CFR 778.223)', () => {
    const extras = [{ day: '2026-03-02', name: 'reporting', minutes: 120, amount: 5000 }]
    const result = weighted({ extras })
    expect(result.totals).toMatchObject({ paidMinutes: 2700, gross: 55_667 })
    expect(brief(result, 'extra')).toEqual([['03-02', 'extra', 'reporting', 120, null, null, 5000]])
  })

  it('pays daily overtime straight on its day and adds to it where the week ends', () => {
    const overtime: Overtime = { daily: [tier(480, '2')], base: 'weighted' }
    const first = weighted({ rules: rules({ overtime }), period: { from: '2026-03-01', to: '2026-03-04' } })
    expect(brief(first, 'overtime')).toEqual([
      ['03-02', 'overtime', null, 120, 1000, '1', 2000],
      ['03-03', 'overtime', null, 120, 1000, '1', 2000],
      ['03-04', 'overtime', null, 120, 1000, '1', 2000],
    ])
    expect(first.totals.byFactor).toEqual({ '2': 360 })
    const second = weighted({ rules: rules({ overtime }), period: { from: '2026-03-05', to: '2026-03-31' } })
    expect(
      second.lines
        .filter(({ name }) => name === 'weighted')
        .map(({ entry, day, minutes, amount }) => [entry, day, minutes, amount]),
    ).toEqual([
      ['d', '2026-03-05', 120, 2133],
      [null, '2026-03-08', 360, 6400],
    ])
    expect(second.totals).toMatchObject({ byFactor: { '2': 120 }, overtimeMinutes: 120 })
    const whole = weighted({ rules: rules({ overtime }) })
    expect(first.totals.gross + second.totals.gross).toBe(whole.totals.gross)
  })

  it('adds to weekly overtime of days before the period on the week’s last day', () => {
    const result = weighted({ period: { from: '2026-03-07', to: '2026-03-31' } })
    expect(brief(result)).toEqual([['03-08', 'overtime', 'weighted', 300, 1067, '0.5', 2667]])
    expect(result.totals).toMatchObject({ overtimeMinutes: 0, byFactor: {}, gross: 2667 })
  })

  it('pays minutes as regular ones as long as the week goes on', () => {
    const result = weighted({ period: { from: '2026-03-01', to: '2026-03-07' } })
    expect(result.totals).toMatchObject({ regularMinutes: 2700, gross: 48_000 })
  })

  it('is chosen by the rules of the week’s last day', () => {
    const versions = [
      { from: '2026-01-01', overtime: weekly },
      { from: '2026-03-08', overtime: { weekly: [tier(2400)] } },
    ]
    expect(weighted({ rules: versions }).totals.gross).toBe(39_000 + 3000 + 9000)
  })
})

describe('premiums that are set off against overtime (29 CFR 778.203)', () => {
  const sunday = [worked('s', '2026-03-08 08:00', '13:00')]
  const week = [2, 3, 4, 5].map((day) => worked(`e${day}`, `2026-03-0${day} 08:00`, '18:00'))
  const credited = { name: 'sunday', days: ['sunday' as const], factor: '0.5', credited: true }
  const given = (base: 'own' | 'weighted', more: object = {}) => ({
    rules: rules({ overtime: { weekly: [tier(2400)], base }, premiums: [{ ...credited, ...more }] }),
  })

  it('are taken off what overtime adds, where the week ends', () => {
    const result = pay([...week, ...sunday], given('own'))
    expect(brief(result).slice(4)).toEqual([
      ['03-08', 'overtime', null, 300, 2000, '1.5', 15_000],
      ['03-08', 'premium', 'sunday', 300, 2000, '0.5', 5000],
      ['03-08', 'adjustment', 'credit', 0, null, null, -5000],
    ])
    expect(result.lines.at(-1)?.entry).toBeNull()
    expect(result.totals.gross).toBe(95_000)
  })

  it('are taken off a weighted average’s addition as well', () => {
    expect(brief(pay([...week, ...sunday], given('weighted')), 'adjustment')).toEqual([
      ['03-08', 'adjustment', 'credit', 0, null, null, -5000],
    ])
  })

  it('never take more than overtime adds', () => {
    const result = pay([...week, ...sunday], given('own', { factor: '1' }))
    expect(brief(result, 'adjustment')).toEqual([['03-08', 'adjustment', 'credit', 0, null, null, -5000]])
    const less = pay([...week, ...sunday], given('own', { factor: '0.25' }))
    expect(brief(less, 'adjustment')).toEqual([['03-08', 'adjustment', 'credit', 0, null, null, -2500]])
    const weighted = pay([...week, ...sunday], given('weighted', { factor: '3' }))
    expect(brief(weighted, 'adjustment')).toEqual([['03-08', 'adjustment', 'credit', 0, null, null, -5000]])
  })

  it('take nothing where there is no overtime, where the week goes on, or where nobody said so', () => {
    expect(brief(pay(sunday, given('own')), 'adjustment')).toEqual([])
    const early = { ...given('own', { days: ['monday'] }), period: { from: '2026-03-01', to: '2026-03-07' } }
    expect(brief(pay([...week, ...sunday], early), 'adjustment')).toEqual([])
    expect(brief(pay([...week, ...sunday], given('own', { credited: false })), 'adjustment')).toEqual([])
  })

  it('are those of the whole week, also of days before the period', () => {
    const period = { from: '2026-03-08', to: '2026-03-31' }
    const result = pay([...week, ...sunday], { ...given('own', { days: ['monday'], factor: '0.1' }), period })
    expect(brief(result, 'premium', 'adjustment')).toEqual([
      ['03-08', 'adjustment', 'credit', 0, null, null, -2000],
    ])
  })

  it('are rounded half away from zero', () => {
    const rates = [{ from: '2026-01-01', hourly: 1001 }]
    const result = pay([...week, ...sunday], { ...given('own', { factor: '0.1' }), rates })
    expect(brief(result, 'adjustment').map((line) => line[6])).toEqual([-501])
  })
})
