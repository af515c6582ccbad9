import { expect, test } from 'vitest'
import { text } from '@/domain/text'

test.each([
  ['letters of any script', 'Yıldız 李 عائشة 👩🏽‍🏫'],
  ['line breaks', 'first\nsecond'],
])('%s are kept', (_title, typed) => {
  expect(text(80).parse(typed)).toBe(typed)
})

test.each([
  ['a null character', 'a\u0000b'],
  ['a control character', 'a\u0007b'],
  ['half of a surrogate pair', 'a\ud800b'],
  ['more than fits', 'x'.repeat(81)],
])('%s is refused', (_title, typed) => {
  expect(text(80).safeParse(typed).success).toBe(false)
})

test('spaces around are no part of it', () => {
  expect(text(3).parse('  abc ')).toBe('abc')
})
