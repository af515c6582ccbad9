import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compare,
  dividedBy,
  floorOf,
  fraction,
  greater,
  halfUp,
  minus,
  ofDecimal,
  plus,
  sum,
  times,
  toDecimal,
} from '@/domain/pay/fraction'

const any = fc
  .tuple(fc.bigInt({ min: -5000n, max: 5000n }), fc.bigInt({ min: 1n, max: 900n }))
  .map(([over, under]) => fraction(over, under))

describe('an exact fraction', () => {
  it('is in lowest terms, with a positive denominator', () => {
    expect(fraction(6, 4)).toEqual({ over: 3n, under: 2n })
    expect(fraction(6, -4)).toEqual({ over: -3n, under: 2n })
    expect(fraction(-6, -4)).toEqual({ over: 3n, under: 2n })
    expect(fraction(0, 7)).toEqual({ over: 0n, under: 1n })
    expect(fraction(5)).toEqual({ over: 5n, under: 1n })
  })

  it('has no denominator of nothing', () => {
    expect(() => fraction(1, 0)).toThrow('A fraction of nothing')
    expect(() => dividedBy(fraction(1), fraction(0))).toThrow(RangeError)
  })

  it('adds, subtracts, multiplies and divides without losing anything', () => {
    expect(plus(fraction(1, 3), fraction(1, 6))).toEqual(fraction(1, 2))
    expect(plus(fraction(1, 4), fraction(1, 4))).toEqual(fraction(1, 2))
    expect(minus(fraction(1, 3), fraction(1, 2))).toEqual(fraction(-1, 6))
    expect(times(fraction(2, 3), fraction(3, 4))).toEqual(fraction(1, 2))
    expect(dividedBy(fraction(2, 3), fraction(-4, 3))).toEqual(fraction(-1, 2))
    expect(sum([fraction(1, 3), fraction(1, 3), fraction(1, 3)])).toEqual(fraction(1))
    expect(sum([])).toEqual(fraction(0))
  })

  it('undoes what it did', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(minus(plus(a, b), b)).toEqual(a)
        if (b.over !== 0n) expect(times(dividedBy(a, b), b)).toEqual(a)
      }),
    )
  })

  it('says which of two is the greater one, the first of equal ones', () => {
    expect(compare(fraction(1, 3), fraction(1, 2))).toBe(-1)
    expect(compare(fraction(1, 2), fraction(1, 3))).toBe(1)
    expect(compare(fraction(2, 4), fraction(1, 2))).toBe(0)
    const [half, other] = [fraction(1, 2), fraction(1, 2)]
    expect(greater(half, other)).toBe(half)
    expect(greater(half, fraction(2, 3))).toEqual(fraction(2, 3))
    expect(greater(half, fraction(1, 3))).toBe(half)
  })

  it.each([
    [5, 2, 3n],
    [-5, 2, -3n],
    [7, 3, 2n],
    [-7, 3, -2n],
    [8, 3, 3n],
    [-8, 3, -3n],
    [1, 2, 1n],
    [-1, 2, -1n],
    [4, 1, 4n],
    [0, 1, 0n],
  ])('rounds %i/%i half away from zero', (over, under, whole) => {
    expect(halfUp(fraction(over, under))).toBe(whole)
  })

  it.each([
    [7, 3, 2n],
    [-7, 3, -3n],
    [6, 3, 2n],
    [-6, 3, -2n],
    [-1, 60, -1n],
    [0, 5, 0n],
  ])('goes down from %i/%i to a whole number', (over, under, whole) => {
    expect(floorOf(fraction(over, under))).toBe(whole)
  })

  it('is read from a decimal and written as the shortest one', () => {
    expect(ofDecimal('1.5')).toEqual(fraction(3, 2))
    expect(ofDecimal('2')).toEqual(fraction(2))
    expect(ofDecimal('0.025')).toEqual(fraction(1, 40))
    expect(
      ['1.50', '2.000', '0.25', '10', '0', '0.05', '100.10'].map((text) => toDecimal(ofDecimal(text))),
    ).toEqual(['1.5', '2', '0.25', '10', '0', '0.05', '100.1'])
    expect(toDecimal(fraction(-1, 4))).toBe('-0.25')
    expect(toDecimal(fraction(-3))).toBe('-3')
  })
})
