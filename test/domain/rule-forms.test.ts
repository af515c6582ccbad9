import { describe, expect, test } from 'vitest'
import { fieldError } from '@/domain/field-errors'
import { presetIds, presets } from '@/domain/pay/presets'
import { payExample } from '@/domain/pay-examples'
import { decidedIn, readRulesForm } from '@/domain/rule-form-reading'
import { rulesForm } from '@/domain/rule-forms'
import { isAdjusted, type Rules } from '@/domain/rule-sets'

const form = rulesForm(presets.california.rules, 'EUR')
const said = (changes: Partial<typeof form>) => readRulesForm({ ...form, ...changes }, 'EUR')

describe('rules in a form', () => {
  test.each(presetIds)('%s is read as it was put in', (preset) => {
    const { rules } = readRulesForm(rulesForm(presets[preset].rules, 'EUR'), 'EUR')
    expect(rules && isAdjusted(preset, rules)).toBe(false)
  })

  test('every rule there can be comes back', () => {
    const rules: Rules = {
      ...{ dayStart: '04:00', weekStart: '06:00', shiftDay: 'most', stacking: 'highest' },
      rounding: { of: 'day', mode: 'employee', minutes: 15 },
      breaks: [{ paidUpTo: 10 }, { afterMinutes: 270, minutes: 20 }],
      overtime: { seventhDay: [{ afterMinutes: 0, factor: '1.25' }], base: 'weighted' },
      premiums: [
        { name: 'Night', from: '22:00', to: '06:00', factor: '0.125', inRegularRate: true },
        { name: 'Sunday', days: ['sunday'], holidays: true, amount: 250 },
        { name: 'Rest day', days: ['monday'], factor: '0.5', inRegularRate: false, credited: true },
      ],
      limits: { restMinutes: 0, dayMinutes: 480, weekMinutes: 10_140 },
    }
    expect(readRulesForm(rulesForm(rules, 'EUR'), 'EUR')).toEqual({ rules, errors: {} })
  })

  test('a decimal comma and hours as a decimal are understood', () => {
    const { rules } = said({ daily: [{ key: 0, afterMinutes: '7,5', factor: '1,50' }] })
    expect(rules?.overtime?.daily).toEqual([{ afterMinutes: 450, factor: '1.5' }])
  })

  test('what nobody decided about a premium follows the law, and is not written', () => {
    const bare = { key: 0, name: 'Saturday', from: '', to: '', days: ['saturday' as const], holidays: false }
    const half = { ...bare, pays: 'factor' as const, factor: '50', amount: '' }
    const open = { ...half, inRegularRate: null, credited: null }
    const { rules } = said({ premiums: [open], base: 'weighted' })
    expect(rules?.premiums).toEqual([{ name: 'Saturday', days: ['saturday'], factor: '0.5' }])
    expect(decidedIn(open, 'weighted')).toEqual({ inRegularRate: false, credited: true })
    expect(decidedIn({ ...open, factor: '25' }, 'weighted')).toEqual({ inRegularRate: true, credited: false })
    expect(decidedIn({ ...open, inRegularRate: true }, 'weighted').credited).toBe(false)
  })

  test('what would understate overtime is said of its tick', () => {
    const night = { key: 0, name: 'Night', from: '22:00', to: '06:00', days: [], holidays: false }
    const paid = { ...night, pays: 'factor' as const, factor: '60', amount: '' }
    const { errors } = said({ premiums: [{ ...paid, inRegularRate: null, credited: true }] })
    expect(errors).toEqual({ 'premiums.0.credited': fieldError('credited_too_little') })
    const out = said({ premiums: [{ ...paid, inRegularRate: false, credited: null }] })
    expect(out.errors).toEqual({ 'premiums.0.inRegularRate': fieldError('regular_rate_needed') })
  })

  test('rounding that only takes is shown as it stands, and refused', () => {
    const old = rulesForm({ rounding: { of: 'day', mode: 'down', minutes: 15 } }, 'EUR')
    expect(old.roundingMode).toBe('down')
    expect(readRulesForm(old, 'EUR').errors).toEqual({ roundingMode: fieldError('rounding_takes') })
  })

  test('what is wrong is said of its field', () => {
    const step = { key: 0, afterMinutes: '8:00', factor: '1.5' }
    const premium = {
      ...{ key: 0, name: ' ', from: '', to: '', days: [], holidays: false },
      pays: 'factor' as const,
    }
    const { rules, errors } = said({
      daily: [step, { ...step, factor: '0.5' }],
      weekly: [{ ...step, afterMinutes: 'later' }],
      breaks: [{ key: 0, afterMinutes: '6:00', minutes: '900', minPiece: '', deducted: true }],
      premiums: [{ ...premium, factor: '5000', amount: '', inRegularRate: null, credited: null }],
      dayMinutes: '30',
    })
    expect(rules).toBeNull()
    expect(errors).toEqual({
      'daily.1.factor': fieldError('factor_unclear'),
      'daily.1.afterMinutes': fieldError('steps_rise'),
      'weekly.0.afterMinutes': fieldError('duration_unclear'),
      'breaks.0.minutes': fieldError('too_high_minutes', { max: 240 }),
      'premiums.0.name': fieldError('required'),
      'premiums.0.factor': fieldError('percent_unclear'),
      dayMinutes: fieldError('too_high_minutes', { max: 1560 }),
    })
  })
})

describe('the example beside rules', () => {
  const shift = { from: '08:00', to: '19:00', breakMinutes: 30, days: 1, holiday: false, minorPerHour: 2000 }
  const california = { rules: presets.california.rules, currency: 'USD', weekStart: 'sunday' } as const

  test('eleven hours with half an hour’s break in California', () => {
    const { sums, ...rest } = payExample({ ...shift, firstDay: 'monday' }, california)
    expect(rest).toEqual({
      ...{ regularMinutes: 480, overtime: [{ factor: '1.5', minutes: 150 }] },
      ...{ gross: 23_500, warnings: ['break_missing'] },
    })
    expect(sums).toMatchObject([
      { kind: 'regular', minutes: 480, amount: 16_000 },
      { kind: 'overtime', minutes: 150, amount: 5000 },
      { kind: 'premium', name: 'weighted', minutes: 150, amount: 2500 },
      { kind: 'break', name: 'unpaid', minutes: 30 },
    ])
  })

  test('a whole week reaches the seventh day', () => {
    const { overtime } = payExample({ ...shift, firstDay: 'sunday', days: 7 }, california)
    expect(overtime).toContainEqual({ factor: '2', minutes: 150 })
  })

  test('a night on a holiday has both premiums', () => {
    const rules: Rules = {
      premiums: [
        { name: 'Night', from: '22:00', to: '06:00', factor: '0.25' },
        { name: 'Holiday', holidays: true, factor: '1' },
      ],
    }
    const night = { ...shift, from: '22:00', to: '06:00', breakMinutes: 0, holiday: true }
    const { sums } = payExample(
      { ...night, firstDay: 'saturday' },
      { rules, currency: 'EUR', weekStart: 'monday' },
    )
    expect(sums.filter(({ kind }) => kind === 'premium')).toMatchObject([
      { name: 'Holiday', minutes: 120 },
      { name: 'Night', minutes: 480 },
    ])
  })
})
