import { cut, payInputs } from '@test/support/pay-arbitraries'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculatePay } from '@/domain/pay/calculate'
import { readPayInput } from '@/domain/pay/schema'

const runs = { numRuns: 60 }
const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('hours and pay, whatever the rules', () => {
  it('have lines that add up to the totals', () => {
    fc.assert(
      fc.property(payInputs, (input) => {
        const { lines, totals } = calculatePay(readPayInput(input))
        const minutes = (kind: string) =>
          lines
            .filter((line) => line.kind === kind && line.name !== 'weighted')
            .reduce((all, line) => all + line.minutes, 0)
        expect(lines.reduce((all, { amount }) => all + amount, 0)).toBe(totals.gross)
        expect(minutes('regular')).toBe(totals.regularMinutes)
        expect(minutes('overtime')).toBe(totals.overtimeMinutes)
        expect(totals.paidMinutes).toBe(totals.regularMinutes + totals.overtimeMinutes)
        expect(Object.values(totals.byFactor).reduce((all, one) => all + one, 0)).toBe(totals.overtimeMinutes)
        expect(lines.every(({ day }) => day >= input.period.from && day <= input.period.to)).toBe(true)
      }),
      runs,
    )
  })

  it('stay the same when an entry is cut in two at any minute', () => {
    fc.assert(
      fc.property(payInputs, fc.nat(), share, (input, which, where) => {
        const at = which % input.entries.length
        const entries = input.entries.flatMap((entry, i) => (i === at ? cut(entry, where) : [entry]))
        const [whole, parts] = [calculatePay(input), calculatePay({ ...input, entries })]
        expect(parts.totals).toEqual(whole.totals)
        expect(parts.warnings).toEqual(whole.warnings)
      }),
      { numRuns: 120 },
    )
  })

  it('do not depend on the order in which entries, rules and rates stand', () => {
    fc.assert(
      fc.property(payInputs, fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), (input, order) => {
        const entries = input.entries
          .map((entry, i) => ({ entry, by: order[i] ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ entry }) => entry)
        const shuffled = {
          ...input,
          entries,
          rules: input.rules?.toReversed(),
          rates: input.rates.toReversed(),
        }
        expect(calculatePay(shuffled)).toEqual(calculatePay(input))
      }),
      runs,
    )
  })

  it('neither lose nor double a minute where one period ends and the next begins', () => {
    fc.assert(
      fc.property(payInputs, fc.nat(20), (input, split) => {
        const long = { from: '2026-01-01', to: '2026-12-31' }
        const edge = new Date(Date.parse(input.period.from) + split * 86_400_000).toISOString().slice(0, 10)
        const next = new Date(Date.parse(edge) + 86_400_000).toISOString().slice(0, 10)
        const whole = calculatePay({ ...input, period: long })
        const before = calculatePay({ ...input, period: { from: long.from, to: edge } })
        const after = calculatePay({ ...input, period: { from: next, to: long.to } })
        expect(before.totals.paidMinutes + after.totals.paidMinutes).toBe(whole.totals.paidMinutes)
        const apart = before.totals.gross + after.totals.gross - whole.totals.gross
        expect(Math.abs(apart)).toBeLessThanOrEqual(before.lines.length + after.lines.length)
      }),
      runs,
    )
  })
})
