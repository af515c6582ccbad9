import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalHours, formatHours, parseDuration } from '@/domain/pay/durations'

describe('a typed duration', () => {
  it.each([
    ['1:45', 105],
    ['1.75', 105],
    ['1,75', 105],
    ['8.20', 492],
    ['8.2', 492],
    ['3127:00', 187_620],
    ['0:05', 5],
    ['08:05', 485],
    ['7', 420],
    ['0', 0],
    ['-1:30', -90],
    ['-0.5', -30],
    ['-0:00', 0],
    [' 1:45 ', 105],
    ['0.33', 20],
    ['0.3333', 20],
    ['0.0083', 0],
    ['0.025', 2],
    ['0.0084', 1],
  ])('%s is %i minutes', (typed, minutes) => {
    expect(parseDuration(typed)).toBe(minutes)
  })

  it.each([
    '3127::00',
    '1:60',
    '1:5',
    '1:455',
    ':30',
    '1:',
    '1.',
    '.5',
    '1.2.3',
    '1h',
    '',
    'x1:45',
    '1:45x',
    '1-2',
    '--1',
    '1.75x',
    'x1.75',
    '1234567',
    '1234567:00',
    '1.1234567',
  ])('%s is refused', (typed) => {
    expect(parseDuration(typed)).toBeNull()
  })
})

describe('minutes in writing', () => {
  it('are hours and minutes for people', () => {
    expect([105, 0, 5, 60, 6000, -90, -5].map(formatHours)).toEqual([
      '1:45',
      '0:00',
      '0:05',
      '1:00',
      '100:00',
      '-1:30',
      '-0:05',
    ])
  })

  it('are decimal hours for payroll, half up', () => {
    expect([105, 0, 20, 40, 1, 3, 6000, -90, -1].map((minutes) => decimalHours(minutes))).toEqual([
      '1.75',
      '0.00',
      '0.33',
      '0.67',
      '0.02',
      '0.05',
      '100.00',
      '-1.50',
      '-0.02',
    ])
    expect(decimalHours(20, 3)).toBe('0.333')
    expect(decimalHours(45, 0)).toBe('1')
    expect(decimalHours(30, 0)).toBe('1')
    expect(decimalHours(29, 0)).toBe('0')
    expect(decimalHours(-29, 0)).toBe('0')
    expect(decimalHours(-30, 0)).toBe('-1')
  })

  it('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500_000, max: 500_000 }), (minutes) => {
        expect(parseDuration(formatHours(minutes))).toBe(minutes)
        expect(parseDuration(decimalHours(minutes, 3))).toBe(minutes)
      }),
    )
  })
})
