import { describe, expect, test } from 'vitest'
import { chanceOfGuessing, sessionCodeDigits, workCodeDigits } from '@/domain/session-code'
import { sessionCodeSchema } from '@/domain/session-code-schema'

const now = new Date('2026-03-02T08:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

describe('guessing the code of a session', () => {
  test('50 people who do nothing else for 8 hours find one in fewer than one of a thousand cases', () => {
    expect(chanceOfGuessing({ people: 50, hours: 8 })).toBeLessThan(1e-3)
    // 100 tries at 6 digits, then 50 × 5 tries in each of 96 windows at 8, two codes being right at any moment.
    expect(chanceOfGuessing({ people: 50, hours: 8 })).toBeCloseTo(2 * (100 / 1e6 + 24_000 / 1e8), 12)
  })

  test('more people and more time find more', () => {
    expect(chanceOfGuessing({ people: 1, hours: 1 })).toBeCloseTo(2 * (100 / 1e6 + 60 / 1e8), 12)
    expect(chanceOfGuessing({ people: 100, hours: 8 })).toBeGreaterThan(
      chanceOfGuessing({ people: 50, hours: 8 }),
    )
  })
})

describe('how long a code is', () => {
  test('six digits, and eight once somebody guesses at it: of a session until it ends, at work for a day', () => {
    expect(sessionCodeDigits({ codeGuessedAt: null })).toBe(6)
    expect(sessionCodeDigits({ codeGuessedAt: hoursAgo(30) })).toBe(8)
    expect(workCodeDigits({ codeGuessedAt: null }, now)).toBe(6)
    expect(workCodeDigits({ codeGuessedAt: hoursAgo(23.9) }, now)).toBe(8)
    expect(workCodeDigits({ codeGuessedAt: hoursAgo(24) }, now)).toBe(6)
  })

  test.each([
    ['123 456', '123456'],
    ['1234-5678', '12345678'],
    ['１２３４５６', '123456'],
  ])('“%s” is read as %s', (typed, read) => {
    expect(sessionCodeSchema.parse(typed)).toBe(read)
  })

  test.each([
    ['12345', 'field.session_code_length?length=6'],
    ['1234567', 'field.session_code_length?length=8'],
    ['12345a', 'field.session_code_length?length=6'],
  ])('“%s” is refused', (typed, message) => {
    expect(sessionCodeSchema.safeParse(typed).error?.issues[0]?.message).toBe(message)
  })
})
