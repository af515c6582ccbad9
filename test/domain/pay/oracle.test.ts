import { byHand, writtenLines } from '@test/support/pay-by-hand'
import { oracle } from '@test/support/pay-oracle'
import { describe, expect, it } from 'vitest'

describe('the oracle agrees with examples worked on paper', () => {
  it.each(byHand)('$says', ({ input, lines, totals }) => {
    const { lines: found, totals: sums } = oracle(input)
    expect(writtenLines(found)).toEqual(lines.toSorted())
    const gross = lines.reduce((all, line) => all + Number(line.split(' ').at(-1)), 0)
    expect(sums).toEqual({ ...totals, gross })
  })
})
