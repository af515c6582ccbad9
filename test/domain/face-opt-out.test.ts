import { describe, expect, test } from 'vitest'
import { eraseReasonSchema } from '@/domain/face-opt-out-schema'

describe('why an administrator erases a face', () => {
  test.each([
    ['two letters are none', 'no', false],
    ['nor are spaces', '      ', false],
    ['three letters are one', 'Mum', true],
    ['200 letters are one', 'x'.repeat(200), true],
    ['201 are too many', 'x'.repeat(201), false],
  ])('%s', (_title, reason, good) => {
    expect(eraseReasonSchema.safeParse(reason).success).toBe(good)
  })
})
