import { brief, pay, rules, worked } from '@test/support/pay'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fraction, halfUp, sum } from '@/domain/pay/fraction'
import { shared } from '@/domain/pay/lines'

const amounts = (result: ReturnType<typeof pay>) => result.lines.map(({ amount }) => amount)

describe('a sum that is rounded once', () => {
  it('gives what is left to the largest remainders, the earlier of equal ones first', () => {
    expect(shared([fraction(1, 3), fraction(1, 3), fraction(1, 3)])).toEqual([1n, 0n, 0n])
    expect(shared([fraction(1, 3), fraction(2, 3), fraction(1, 2)])).toEqual([0n, 1n, 1n])
    expect(shared([fraction(1, 4), fraction(1, 4)])).toEqual([1n, 0n])
    expect(shared([fraction(1, 8), fraction(1, 8)])).toEqual([0n, 0n])
    expect(shared([fraction(7, 2), fraction(5)])).toEqual([4n, 5n])
    expect(shared([fraction(-5, 2)])).toEqual([-3n])
    expect(shared([])).toEqual([])
  })

  it('is the sum of its shares, none of which is a whole unit away from its part', () => {
    const part = fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 600 })).map(([a, b]) => fraction(a, b))
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const shares = shared(parts)
        expect(shares.reduce((all, one) => all + one, 0n)).toBe(halfUp(sum(parts)))
        for (const [i, { over, under }] of parts.entries()) {
          const off = (shares[i] ?? 0n) * under - over
          expect(off < under && -off < under).toBe(true)
        }
      }),
    )
  })

  it('is that of a workweek: three times 6:40 at 10.00 are 200.00, day by day they would be 200.01', () => {
    const rates = [{ from: '2026-01-01', hourly: 1000 }]
    const days = [2, 3, 4].map((day) => worked(`e${day}`, `2026-03-0${day} 08:00`, '14:40'))
    const result = pay(days, { rates })
    expect(amounts(result)).toEqual([6667, 6667, 6666])
    expect(result.totals.gross).toBe(20_000)
  })

  it('is another in the next workweek, for another kind of work, rate or factor', () => {
    const rates = [
      { from: '2026-01-01', hourly: 30 },
      { from: '2026-01-01', kind: 'x', hourly: 30 },
      { from: '2026-01-01', kind: 'y', hourly: 90 },
    ]
    const minute = (id: string, at: string, kind?: string) =>
      worked(id, `2026-03-${at}:00`, `${at.slice(3)}:01`, kind ? { kind } : {})
    const gross = (...entries: ReturnType<typeof minute>[]) => pay(entries, { rates }).totals.gross
    expect(gross(minute('a', '02 08'))).toBe(1)
    expect(gross(minute('a', '02 08'), minute('b', '03 08'))).toBe(1)
    expect(gross(minute('a', '08 08'), minute('b', '09 08'))).toBe(2)
    expect(gross(minute('a', '02 08'), minute('b', '02 09', 'x'))).toBe(2)
    expect(gross(minute('a', '02 08'), minute('b', '02 09', 'y'))).toBe(3)
    const overtime = { daily: [{ afterMinutes: 1, factor: '1.0001' }] }
    expect(
      pay([worked('a', '2026-03-02 08:00', '08:02')], { rates, rules: rules({ overtime }) }).totals.gross,
    ).toBe(2)
  })

  it('is half up in a currency of three digits: 2.345 an hour for half an hour are 1.173', () => {
    const rates = [{ from: '2026-01-01', hourly: 2345 }]
    expect(pay([worked('a', '2026-03-02 08:00', '08:30')], { rates, currency: 'KWD' }).totals.gross).toBe(
      1173,
    )
  })

  it('is refused where a number could not hold it exactly', () => {
    const rates = [{ from: '2026-01-01', hourly: 100_000_000_000 }]
    const overtime = { daily: [{ afterMinutes: 0, factor: '9999' }] }
    const entries = [worked('a', '2026-03-02 00:00', '2026-03-03 00:00')]
    expect(() => pay(entries, { rates, rules: rules({ overtime }) })).toThrow(
      'rates: make sums that are too large',
    )
    expect(pay(entries, { rates }).totals.gross).toBe(2_400_000_000_000)
  })
})

describe('the lines of an answer', () => {
  const entries = [
    worked('z', '2026-03-02 08:00', '09:00', { kind: 'b' }),
    worked('y', '2026-03-02 09:00', '10:00', { kind: 'a' }),
    worked('x', '2026-03-03 08:00', '09:00'),
  ]
  const premiums = [
    { name: 'b', amount: 100 },
    { name: 'a', amount: 100 },
    { name: 'a', amount: 50 },
    { name: 'a', factor: '0.5' },
    { name: 'a', factor: '0.25' },
  ]

  it('stand in order of day, time, kind, name, rate and factor, those without an entry last', () => {
    const extras = [
      { day: '2026-03-02', name: 'meal', amount: 2000 },
      { day: '2026-03-02', name: 'call', amount: -500 },
    ]
    const result = pay(entries, { rules: rules({ premiums }), extras })
    expect(
      result.lines
        .map(({ entry, kind, name, rate, factor }) => [entry, kind, name, rate, factor])
        .slice(0, 7),
    ).toEqual([
      ['z', 'regular', 'b', 2000, '1'],
      ['z', 'premium', 'a', 50, '1'],
      ['z', 'premium', 'a', 100, '1'],
      ['z', 'premium', 'a', 2000, '0.25'],
      ['z', 'premium', 'a', 2000, '0.5'],
      ['z', 'premium', 'b', 100, '1'],
      ['y', 'regular', 'a', 2000, '1'],
    ])
    expect(
      result.lines.slice(12, 15).map(({ entry, day, name, amount }) => [entry, day, name, amount]),
    ).toEqual([
      [null, '2026-03-02', 'call', -500],
      [null, '2026-03-02', 'meal', 2000],
      ['x', '2026-03-03', null, 2000],
    ])
  })

  it('are one for all minutes of an entry, a day and a reason', () => {
    const breaks = [{ start: '2026-03-02T10:00:00Z', end: '2026-03-02T10:10:00Z' }]
    const result = pay([worked('a', '2026-03-02 08:00', '12:00', { breaks })])
    expect(brief(result, 'regular')).toEqual([['03-02', 'regular', null, 230, 2000, '1', 7667]])
  })

  it('hold the extras of the period’s days alone, whose minutes are no work', () => {
    const extras = [
      { day: '2026-02-28', name: 'meal', amount: 1 },
      { day: '2026-03-01', name: 'meal', minutes: 30, amount: 2 },
      { day: '2026-03-31', name: 'meal', amount: 4 },
      { day: '2026-04-01', name: 'meal', amount: 8 },
    ]
    const result = pay([], { extras })
    expect(brief(result)).toEqual([
      ['03-01', 'extra', 'meal', 30, null, null, 2],
      ['03-31', 'extra', 'meal', 0, null, null, 4],
    ])
    expect(result.totals).toEqual({
      paidMinutes: 0,
      regularMinutes: 0,
      overtimeMinutes: 0,
      byFactor: {},
      gross: 6,
    })
  })

  it('are none for somebody who did not work', () => {
    expect(pay([])).toEqual({
      lines: [],
      totals: { paidMinutes: 0, regularMinutes: 0, overtimeMinutes: 0, byFactor: {}, gross: 0 },
      warnings: [],
    })
  })
})
