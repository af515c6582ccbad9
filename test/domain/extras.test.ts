import { describe, expect, test } from 'vitest'
import { extraAmount } from '@/domain/extras'
import { newExtraSchema } from '@/domain/extras-schema'

describe('what an extra comes to', () => {
  test.each([
    ['an hour at the hourly rate', 60, 1725, 1725],
    ['half an hour of an odd rate is rounded up from the half', 30, 1725, 863],
    ['below the half it is rounded down', 20, 1724, 575],
    ['a minute of a small wage', 1, 29, 0],
    ['a minute of half a minor unit', 1, 30, 1],
    ['a whole day', 1440, 1600, 38_400],
  ])('%s', (_, minutes, rate, amount) => {
    expect(extraAmount(minutes, rate)).toBe(amount)
  })
})

describe('an extra says either minutes or an amount', () => {
  const extra = { day: '2026-03-02', name: 'missed-meal', reason: 'No break on a full day' }
  const accepted = (more: object) => newExtraSchema.safeParse({ ...extra, ...more }).success
  test('minutes at the rate of the day', () => {
    expect(accepted({ minutes: 60 })).toBe(true)
    expect(accepted({ minutes: 1 })).toBe(true)
    expect(accepted({ minutes: 1440 })).toBe(true)
  })
  test('an amount', () => {
    expect(accepted({ amountMinor: 1 })).toBe(true)
    expect(accepted({ amountMinor: 1_000_000_000_000 })).toBe(false)
  })
  test('not both, not neither', () => {
    expect(accepted({ minutes: 60, amountMinor: 100 })).toBe(false)
    expect(accepted({})).toBe(false)
  })
  test('not nothing, not more than a day, no part of a minute or of a minor unit', () => {
    for (const minutes of [0, -5, 1441, 1.5]) expect(accepted({ minutes })).toBe(false)
    for (const amountMinor of [0, -1, 0.5]) expect(accepted({ amountMinor })).toBe(false)
  })
  test('never without a reason, nor under a name of blanks', () => {
    expect(accepted({ minutes: 60, reason: ' ' })).toBe(false)
    expect(accepted({ minutes: 60, name: '  ' })).toBe(false)
    expect(accepted({ minutes: 60, name: 'Uniform' })).toBe(true)
  })
})
