import { expect, test } from 'vitest'
import { name, text } from '@/domain/text'

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

test.each([
  ['nothing but invisible characters', '\u200b\u200d'],
  ['a line break', 'Ada\nBrandt'],
  ['a mark that mirrors it', 'Ada \u202eBrandt'],
  ['nothing', '   '],
])('a name of %s is refused', (_title, typed) => {
  expect(name(80, 'Enter your name.').safeParse(typed).success).toBe(false)
})

test.each(['عائشة بنت أبي بكر', '李小龙', 'Finn O’Rourke', '👩🏽‍🏫'])('%s is a name', (typed) => {
  expect(name(80, 'Enter your name.').parse(typed)).toBe(typed)
})
