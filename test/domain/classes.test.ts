import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinCodeAlphabet, makeJoinCode } from '@/domain/classes'
import { joinCodeSchema } from '@/domain/classes-schema'

test('a code has 6 characters, none of which is mistaken for another', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(joinCodeAlphabet.length - 1), { minLength: 6, maxLength: 6 }), (numbers) => {
      const code = makeJoinCode(() => numbers.pop() ?? 0)
      expect(code).toMatch(/^[A-Z2-9]{6}$/)
      expect(code).not.toMatch(/[01OIL]/)
      expect(joinCodeSchema.parse(code)).toBe(code)
    }),
  )
})

test.each([
  ['abc234', 'ABC234'],
  [' AB C-234 ', 'ABC234'],
])('%s is read as %s', (typed, code) => {
  expect(joinCodeSchema.parse(typed)).toBe(code)
})

test.each(['', 'ABC23', 'ABC2345', 'ABC23!'])('%s is not a code', (typed) => {
  expect(joinCodeSchema.safeParse(typed).success).toBe(false)
})
