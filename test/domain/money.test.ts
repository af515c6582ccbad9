import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  currencyCodes,
  decimalMoney,
  formatExactMoney,
  formatMoney,
  isCurrency,
  MOST_WAGE,
  minorUnitDigits,
  parseMoney,
  parseWage,
} from '@/domain/money'

describe('the minor unit of a currency', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
    ['HUF', 2],
    ['COP', 2],
    ['IDR', 2],
    ['IQD', 3],
    ['MGA', 2],
    ['UGX', 0],
    ['VND', 0],
    ['ISK', 0],
    ['XCG', 2],
    ['AED', 2],
    ['ZWG', 2],
  ])('of %s has %i digits, by ISO 4217 and not by the runtime', (currency, digits) => {
    expect(minorUnitDigits(currency)).toBe(digits)
  })

  it('is known of every code once, and of nothing else', () => {
    expect(new Set(currencyCodes).size).toBe(currencyCodes.length)
    expect(currencyCodes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true)
    expect(currencyCodes).toEqual(currencyCodes.toSorted())
    expect([isCurrency('EUR'), isCurrency('eur'), isCurrency('XXX'), isCurrency('')]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(() => minorUnitDigits('DEM')).toThrow('Unknown currency: DEM')
  })
})

describe('a sum of money', () => {
  it('is a decimal of the main unit for machines', () => {
    expect(decimalMoney(1234, 'EUR')).toBe('12.34')
    expect(decimalMoney(5, 'EUR')).toBe('0.05')
    expect(decimalMoney(-5, 'KWD')).toBe('-0.005')
    expect(decimalMoney(1234, 'JPY')).toBe('1234')
    expect(decimalMoney(0, 'JPY')).toBe('0')
    expect(decimalMoney(0, 'EUR')).toBe('0.00')
  })

  it('is written for readers with the digits of its currency', () => {
    expect(formatMoney(123_450, 'USD', 'en')).toBe('$1,234.50')
    expect(formatMoney(1_234_500, 'HUF', 'en')).toBe('HUF\u00a012,345.00')
    expect(formatMoney(1234, 'KWD', 'en')).toBe('KWD\u00a01.234')
    expect(formatMoney(1234, 'JPY', 'en')).toBe('¥1,234')
    expect(formatMoney(123_456_789_012_345, 'EUR', 'de')).toBe('1.234.567.890.123,45\u00a0€')
  })

  it.each([
    ['12.5', 1250],
    ['12,50', 1250],
    ['12', 1200],
    ['0.07', 7],
    ['-3', -300],
    ['-0', 0],
    [' 12.50 ', 1250],
    ['1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['1 234,5', 123_450],
    ['1\u202f234,5', 123_450],
    ["1'234.50", 123_450],
    ['1.234.567', 123_456_700],
    ['-1,234,567.8', -123_456_780],
  ])('%s of EUR is read to the cent', (typed, amount) => {
    expect(parseMoney(typed, 'EUR')).toBe(amount)
  })

  it.each([
    '',
    '.5',
    '5.',
    '12.345',
    '1,234',
    '1.234.56',
    '1,23.4',
    '12,34,567.00',
    '€5',
    '5 €',
    '1e3',
    '--5',
    '99999999999999999',
  ])('%s of EUR is refused rather than guessed', (typed) => {
    expect(parseMoney(typed, 'EUR')).toBeNull()
  })

  it('may have as many digits as its currency has', () => {
    expect(parseMoney('1,234', 'KWD')).toBe(1234)
    expect(parseMoney('1.2345', 'KWD')).toBeNull()
    expect(parseMoney('1234', 'JPY')).toBe(1234)
    expect(parseMoney('1234.0', 'JPY')).toBeNull()
  })

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...currencyCodes), (amount, currency) => {
        expect(parseMoney(decimalMoney(amount, currency), currency)).toBe(amount)
      }),
    )
  })
})

describe('a wage as it is typed', () => {
  it.each([
    ['12.50', 1250],
    ['12,5', 1250],
    ['1 250', 125_000],
    ["1'250,75", 125_075],
    ['20000000', MOST_WAGE],
  ])('%s of EUR is read to the cent', (typed, wage) => {
    expect(parseWage(typed, 'EUR')).toBe(wage)
  })

  it.each(['', '-5', '1.250', '1,250', '12.5.0', '20000000.01', '5 €', '1e3'])(
    '%s of EUR is refused rather than guessed',
    (typed) => {
      expect(parseWage(typed, 'EUR')).toBeNull()
    },
  )

  it('has as many decimals as its currency', () => {
    expect(parseWage('1.250', 'KWD')).toBe(1250)
    expect(parseWage('1250', 'JPY')).toBe(1250)
    expect(parseWage('1250.5', 'JPY')).toBeNull()
  })
})

test.each([
  ['6916.6667', 'EUR', '€69.166667'],
  ['-5000', 'EUR', '-€50.00'],
  ['-0.5', 'EUR', '-€0.005'],
  ['12.25', 'JPY', '¥12.25'],
  ['1', 'KWD', 'KWD 0.001'],
] as const)('%s minor units of %s are exactly %s', (minor, currency, text) => {
  expect(formatExactMoney(minor, currency, 'en').replaceAll('\u00a0', ' ')).toBe(text)
})
