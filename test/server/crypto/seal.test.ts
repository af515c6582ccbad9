import { expect, test } from 'vitest'
import { open, seal } from '@/server/crypto/seal'

const key = Buffer.alloc(32, 1)
const plain = Buffer.from('a face')

test('what was sealed opens with the same key and label', () => {
  expect(open(key, 'template:1', seal(key, 'template:1', plain))).toEqual(plain)
})

test('sealing twice gives different bytes, none of them the plain ones', () => {
  const [first, second] = [seal(key, 'a', plain), seal(key, 'a', plain)]
  expect(first).not.toEqual(second)
  expect(Buffer.from(first).includes(plain)).toBe(false)
})

test.each([
  ['another key', Buffer.alloc(32, 2), 'template:1', (bytes: Uint8Array) => bytes],
  ['the label of another row', key, 'template:2', (bytes: Uint8Array) => bytes],
  [
    'a bit changed',
    key,
    'template:1',
    (bytes: Uint8Array) => bytes.map((byte, i) => (i === 30 ? byte ^ 1 : byte)),
  ],
  ['the end cut off', key, 'template:1', (bytes: Uint8Array) => bytes.slice(0, 20)],
])('nothing opens with %s', (_title, otherKey, label, change) => {
  const sealed = seal(key, 'template:1', plain)
  expect(() => open(otherKey, label, change(sealed))).toThrow()
})
