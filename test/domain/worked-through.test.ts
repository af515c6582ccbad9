import { describe, expect, test } from 'vitest'
import type { PayRules } from '@/domain/pay/schema'
import type { Worked } from '@/domain/time-entries'
import { deductsBreaks, deductsFrom } from '@/domain/worked-through'

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`)
const pause = (from: string, to: string | null) => ({ startedAt: at(from), endedAt: to ? at(to) : null })
const open = (...breaks: Worked['breaks']): Worked => ({ startedAt: at('08:00'), endedAt: null, breaks })
const rules: PayRules[] = [{ from: '2026-01-01', breaks: [{ afterMinutes: 360, minutes: 30 }] }]
const until = at('23:59')
const from = (entry: Worked, now: string, more: { rules?: PayRules[]; before?: Worked[] } = {}) =>
  deductsFrom({ open: entry, before: [], rules, timeZone: 'UTC', ...more }, { now: at(now), until })

describe('who leaves may have worked through a break that the rules would take off', () => {
  test('from the minute on after which it is deducted', () => {
    expect(from(open(), '09:00')).toEqual(at('14:01'))
    expect(from(open(), '15:00')).toEqual(at('15:00'))
  })

  test('also after a break that was too short', () => {
    expect(from(open(pause('10:00', '10:10')), '09:00')).toEqual(at('14:11'))
  })

  test('not where the break was taken, or none is ever deducted', () => {
    expect(from(open(pause('10:00', '10:30')), '15:00')).toBeNull()
    const warned = [{ from: '2026-01-01', breaks: [{ afterMinutes: 360, minutes: 30, paid: true }] }]
    expect(from(open(), '15:00', { rules: warned })).toBeNull()
    expect(warned.some(deductsBreaks)).toBe(false)
    expect(rules.some(deductsBreaks)).toBe(true)
    expect(deductsBreaks({ breaks: [{ paidUpTo: 20 }] })).toBe(false)
  })

  test('not before a day whose rules deduct, nor after the longest shift', () => {
    expect(from(open(), '15:00', { rules: [{ ...rules[0], from: '2026-03-03' }] })).toBeNull()
    const short = deductsFrom(
      { open: open(), before: [], rules, timeZone: 'UTC' },
      { now: at('09:00'), until: at('14:00') },
    )
    expect(short).toBeNull()
  })

  test('while on a break only where it is deducted already', () => {
    expect(from(open(pause('13:00', null)), '13:10')).toBeNull()
    expect(from(open(pause('15:00', null)), '15:10')).toEqual(at('15:10'))
  })

  test('by all that touches it, and nothing that does not', () => {
    const earlier = { startedAt: at('06:00'), endedAt: at('08:00'), breaks: [] }
    expect(from(open(), '09:00', { before: [earlier] })).toEqual(at('12:01'))
    expect(from(open(), '09:00', { before: [{ ...earlier, endedAt: at('07:59') }] })).toEqual(at('14:01'))
  })
})
