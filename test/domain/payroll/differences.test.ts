import { payLine, payrollPerson } from '@test/support/payroll'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesBeyond, peopleBeyond } from '@/domain/payroll/differences'

const lines = fc.array(
  fc
    .record({
      minutes: fc.integer({ min: -600, max: 600 }),
      amount: fc.integer({ min: -9999, max: 9999 }),
      entry: fc.constantFrom('a', 'b'),
    })
    .map(payLine),
)

describe('the next export of a period', () => {
  it('says what is more, what is new, and what is less', () => {
    const first = [payLine({ minutes: 60 }), payLine({ entry: 'gone' })]
    const now = [payLine({ minutes: 90, amount: 3000 }), payLine({ entry: 'new', minutes: 30, amount: 1000 })]
    expect(linesBeyond(first, now).map(({ entry, minutes, amount }) => [entry, minutes, amount])).toEqual([
      ['e1', 30, 1000],
      ['new', 30, 1000],
      ['gone', -60, -2000],
    ])
  })

  it('is empty where nothing changed, and with what went before makes what is now', () => {
    const total = (all: readonly { amount: number }[]) => all.reduce((sum, { amount }) => sum + amount, 0)
    fc.assert(
      fc.property(lines, lines, (before, now) => {
        expect(linesBeyond(now, now.toReversed())).toEqual([])
        expect(total(before) + total(linesBeyond(before, now))).toBe(total(now))
      }),
    )
  })

  it('tells rehired people apart by employment, and takes back what somebody has no more', () => {
    const person = (employmentId: string, minutes: number[]) => ({
      ...payrollPerson(minutes.map((each) => payLine({ minutes: each }))),
      employmentId,
    })
    const beyond = peopleBeyond(
      [person('a', [60]), person('b', [60]), person('b', [15])],
      [person('a', [60]), person('c', [5])],
    )
    expect(beyond.map(({ employmentId, lines: [line] }) => [employmentId, line?.minutes])).toEqual([
      ['b', -75],
      ['c', 5],
    ])
  })
})
