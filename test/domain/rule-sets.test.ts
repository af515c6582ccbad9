import { describe, expect, test } from 'vitest'
import { presetIds, presets } from '@/domain/pay/presets'
import { carried } from '@/domain/payments'
import { ruleSentences } from '@/domain/rule-sentences'
import { isAdjusted } from '@/domain/rule-sets'
import { rulesSchema } from '@/domain/rule-sets-schema'

describe('rules of one’s own', () => {
  test.each(presetIds)('%s is valid, and not adjusted', (preset) => {
    const { rules } = presets[preset]
    expect(rulesSchema.parse(rules)).toEqual(rules)
    expect(isAdjusted(preset, rules)).toBe(false)
    expect(ruleSentences(rules).length).toBeGreaterThan(5)
  })

  test('the name of what a week’s average adds is refused for a premium', () => {
    expect(rulesSchema.safeParse({ premiums: [{ name: 'Weighted', factor: '0.25' }] }).success).toBe(false)
  })

  test('steps of overtime rise', () => {
    const daily = [480, 480].map((afterMinutes) => ({ afterMinutes, factor: '1.5' }))
    expect(rulesSchema.safeParse({ overtime: { daily } }).success).toBe(false)
  })
})

test('what would make a payment less than nothing is left for the next one, the last first', () => {
  const shares = [500, -300, -400].map((amount, i) => ({ periodId: String(i), day: '2026-03-02', amount }))
  expect(carried(shares)).toEqual([{ periodId: '2', day: '2026-03-02', amount: 200 }])
  expect(carried(shares.slice(0, 2))).toEqual([])
})
