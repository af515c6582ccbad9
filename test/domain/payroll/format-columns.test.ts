import { expect, test } from 'vitest'
import { withField } from '@/domain/payroll/columns'

const overtime = { header: 'OT', field: 'hours' as const, of: [{ kind: 'overtime' as const, factor: '1.5' }] }

test('a column of overtime alone that tells money instead of hours is still of overtime alone', () => {
  expect(withField(overtime, 'amount')).toEqual({ ...overtime, field: 'amount' })
})

test('a column that says whose the line is has no limit to kinds of it, nor fixed words', () => {
  expect(withField(overtime, 'name')).toEqual({ header: 'OT', field: 'name' })
  expect(withField({ header: 'Code', field: 'text', text: 'A1' }, 'hours')).toEqual({
    header: 'Code',
    field: 'hours',
  })
})

test('fixed words stay with a column of fixed words', () => {
  const column = { header: 'Code', field: 'text' as const, text: 'A1' }
  expect(withField(column, 'text')).toEqual(column)
})
