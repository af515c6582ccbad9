import { byHand, writtenLines } from '@test/support/pay-by-hand'
import { payInput } from '@test/support/pay-inputs'
import { oracle } from '@test/support/pay-oracle'
import type { Answer } from '@test/support/pay-oracle/shape'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculatePay } from '@/domain/pay/calculate'

const comparable = ({ lines, totals, warnings }: Answer) => ({
  lines: writtenLines(lines),
  totals,
  warnings: warnings.map(({ code, entry, day }) => `${day} ${code} ${entry}`).sort(),
})

describe.each([
  ['The calculation', calculatePay],
  ['Its oracle', oracle],
])('%s agrees with examples worked on paper', (_, calculate) => {
  it.each(byHand)('$says', ({ input, lines, totals }) => {
    const found = calculate(input)
    const gross = lines.reduce((all, line) => all + Number(line.split(' ').at(-1)), 0)
    expect(writtenLines(found.lines)).toEqual(lines.toSorted())
    expect(found.totals).toEqual({ ...totals, gross })
  })
})

it('The calculation and one that goes minute by minute find the same, whatever comes', () => {
  const agree = fc.property(payInput, (input) => {
    expect(comparable(calculatePay(input))).toEqual(comparable(oracle(input)))
  })
  fc.assert(agree, { numRuns: 200 })
})
