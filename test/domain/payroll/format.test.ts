import { payLine, presetFormat } from '@test/support/payroll'
import { describe, expect, it } from 'vitest'
import { payrollFormatSchema } from '@/domain/payroll/format-schema'
import { wageTypeOf } from '@/domain/payroll/wage-types'

const accepts = (given: object) =>
  payrollFormatSchema.safeParse({ ...presetFormat('plain'), ...given }).success

describe('a format', () => {
  it('that comes with Clockface can be kept as it is, for DATEV with its numbers', () => {
    expect(accepts({})).toBe(true)
    expect(accepts(presetFormat('gusto'))).toBe(true)
    expect(accepts(presetFormat('lodas'))).toBe(false)
    expect(accepts(presetFormat('lodas', { lodas: { consultant: '1234567', client: '12345' } }))).toBe(true)
  })

  it.each([
    ['no name', { name: ' ' }],
    ['no column', { columns: [] }],
    ['a field that nothing is known of', { columns: [{ header: 'a', field: 'salary' }] }],
    ['a word as separator', { separator: 'and' }],
    ['an unknown encoding', { encoding: 'utf-16' }],
    ['a wage type for breaks', { wageTypes: [{ kind: 'break', wageType: '1', carries: 'hours' }] }],
    ['a wage type without a number', { wageTypes: [{ kind: 'regular', wageType: '', carries: 'hours' }] }],
    [
      'a factor that is none',
      { wageTypes: [{ kind: 'overtime', factor: 'x', wageType: '1', carries: 'hours' }] },
    ],
  ])('with %s is refused', (_, given) => {
    expect(accepts(given)).toBe(false)
  })

  it('gives the most exact wage type that fits', () => {
    const of = (wageType: string, more: object) => ({
      kind: 'overtime' as const,
      wageType,
      carries: 'hours' as const,
      ...more,
    })
    const types = [
      of('any', {}),
      of('double', { factor: '2.0' }),
      of('bar', { name: 'Bar' }),
      of('double bar', { name: 'Bar', factor: '2' }),
    ]
    const found = (name: string | null, factor: string) =>
      wageTypeOf(payLine({ kind: 'overtime', name, factor }), types)?.wageType
    expect([found(null, '1.5'), found(null, '2'), found('Bar', '1.5'), found('Bar', '2')]).toEqual([
      'any',
      'double',
      'bar',
      'double bar',
    ])
    expect(wageTypeOf(payLine(), types)).toBeNull()
  })
})
