import { pay, rules, worked } from '@test/support/pay'
import { payLine, payrollOf, payrollPerson, presetFormat } from '@test/support/payroll'
import { describe, expect, it } from 'vitest'
import type { PayrollData } from '@/domain/payroll/data'
import type { PayrollFormat } from '@/domain/payroll/format-schema'
import { payrollTable } from '@/domain/payroll/table'
import { rowsOfText } from '@/domain/payroll/text'

function rowsIn(data: PayrollData, format: PayrollFormat): string[][] {
  const answer = payrollTable(data, format)
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems))
  return rowsOfText(answer.table, format)
}

function problemsIn(data: PayrollData, format: PayrollFormat) {
  const answer = payrollTable(data, format)
  return 'problems' in answer ? answer.problems : []
}

const night = payLine({ kind: 'premium', name: 'night', minutes: 30, factor: '0.25', amount: 250 })
const overtime = payLine({ kind: 'overtime', factor: '1.5', minutes: 90, amount: 4500 })
const meal = payLine({
  entry: null,
  kind: 'extra',
  name: 'missed meal',
  rate: null,
  factor: null,
  amount: 2000,
})

describe('the columns of a format', () => {
  it('decide which lines share a row', () => {
    const lines = [payLine(), payLine({ day: '2026-03-03', entry: 'e2' }), night]
    const format = presetFormat('plain', { encoding: 'utf-8' })
    expect(rowsIn(payrollOf([payrollPerson(lines)]), format)).toEqual([
      ['number', 'name', 'from', 'to', 'kind', 'what', 'hours', 'rate', 'factor', 'amount', 'currency'],
      ['17', 'Ada King', '2026-03-01', '2026-03-31', 'regular', '', '2.00', '20.00', '1', '40.00', 'EUR'],
      [
        '17',
        'Ada King',
        '2026-03-01',
        '2026-03-31',
        'premium',
        'night',
        '0.50',
        '20.00',
        '0.25',
        '2.50',
        'EUR',
      ],
    ])
    const columns = [
      { field: 'day' as const, header: 'day' },
      { field: 'hours' as const, header: 'hours' },
    ]
    expect(rowsIn(payrollOf([payrollPerson(lines.slice(0, 2))]), { ...format, columns })).toEqual([
      ['day', 'hours'],
      ['2026-03-02', '1.00'],
      ['2026-03-03', '1.00'],
    ])
  })

  it('write decimals, days and separators as the format says', () => {
    const format = presetFormat('plain', { decimalMark: ',', dates: 'DD.MM.YYYY', header: false })
    const [row] = rowsIn(payrollOf([payrollPerson([payLine({ minutes: 105, amount: -3500 })])]), format)
    expect(row).toEqual([
      '17',
      'Ada King',
      '01.03.2026',
      '31.03.2026',
      'regular',
      '',
      '1,75',
      '20,00',
      '1',
      '-35,00',
      'EUR',
    ])
  })

  it('leave blank what is nothing, and leave out rows and people of whom nothing is left', () => {
    const data = payrollOf([
      payrollPerson([meal, payLine({ kind: 'break', name: 'unpaid', amount: 0 })]),
      payrollPerson([], { name: 'Nobody', externalNumber: null }),
      payrollPerson([payLine(), payLine({ minutes: -60, amount: -2000 })], { name: 'Settled' }),
    ])
    expect(rowsIn(data, presetFormat('gusto')).slice(1)).toEqual([
      ['King', 'Ada', 'Cook', '17', '', '', '', '20.00', ''],
    ])
  })

  it.each([
    ['JPY', '2000'],
    ['KWD', '2.000'],
  ])('write money of %s with the digits of its minor unit', (currency, amount) => {
    const format = presetFormat('plain', { header: false })
    const [row] = rowsIn(payrollOf([payrollPerson([payLine()])], { currency }), format)
    expect(row?.[9]).toBe(amount)
  })
})

describe('what is missing', () => {
  it('is refused by name: the number of a person', () => {
    const data = payrollOf([payrollPerson([payLine()], { externalNumber: null }), payrollPerson([payLine()])])
    expect(problemsIn(data, presetFormat('plain'))).toEqual([{ code: 'number_missing', person: 'Ada King' }])
  })

  it('is refused by name: the wage type of a kind of line, once for all who have it', () => {
    const wageTypes = [{ kind: 'regular' as const, wageType: '100', carries: 'hours' as const }]
    const lodas = { consultant: '1234567', client: '12345' }
    const data = payrollOf([payrollPerson([payLine(), night]), payrollPerson([night])])
    expect(problemsIn(data, presetFormat('lodas', { wageTypes, lodas }))).toEqual([
      { code: 'wage_type_missing', kind: 'premium', name: 'night', factor: '0.25' },
    ])
  })

  it('is refused by name: a column for what would not be paid otherwise', () => {
    const triple = payLine({ kind: 'overtime', factor: '3', amount: 6000 })
    expect(problemsIn(payrollOf([payrollPerson([triple])]), presetFormat('gusto'))).toEqual([
      { code: 'column_missing', kind: 'overtime', name: null, factor: '3' },
    ])
  })

  it('is refused by name: a number that DATEV does not take', () => {
    const wageTypes = [{ kind: 'regular' as const, wageType: '100', carries: 'hours' as const }]
    const lodas = { consultant: '1', client: '1' }
    const numbers = ['0', 'A7', '123456', '99999']
    const people = numbers.map((externalNumber) =>
      payrollPerson([payLine()], { name: externalNumber, externalNumber }),
    )
    const refused = problemsIn(payrollOf(people), presetFormat('lodas', { wageTypes, lodas }))
    expect(refused.map((problem) => 'number' in problem && problem.number)).toEqual(['0', 'A7', '123456'])
  })
})

describe('Gusto', () => {
  it('is given hours by their factor, money of what it has no hours for, and a row for each title', () => {
    const kitchen = { entry: 'k', name: 'Kitchen' }
    const lines = [
      payLine(),
      overtime,
      night,
      payLine({ ...kitchen, minutes: 120, amount: 5000 }),
      payLine({ ...kitchen, kind: 'overtime', factor: '2', minutes: 15, amount: 1000 }),
      payLine({ ...night, entry: 'k', amount: 300 }),
      meal,
      payLine({ kind: 'adjustment', name: 'weekly-overtime', entry: null, factor: '0.5', amount: -123 }),
    ]
    expect(rowsIn(payrollOf([payrollPerson(lines)], { currency: 'USD' }), presetFormat('gusto'))).toEqual([
      [
        'last_name',
        'first_name',
        'title',
        'gusto_employee_id',
        'regular_hours',
        'overtime_hours',
        'double_overtime_hours',
        'bonus',
        'correction_payment',
      ],
      ['King', 'Ada', 'Cook', '17', '1.00', '1.50', '', '22.50', '-1.23'],
      ['King', 'Ada', 'Kitchen', '17', '2.00', '', '0.25', '3.00', ''],
    ])
  })

  it('is given overtime on a week’s average once, by what it adds', () => {
    const days = ['02', '03', '04', '05', '06'].map((day) => worked(day, `2026-03-${day} 08:00`, '18:00'))
    const { lines } = pay(days, {
      rules: rules({ overtime: { weekly: [{ afterMinutes: 2400, factor: '1.5' }], base: 'weighted' } }),
    })
    const [, row] = rowsIn(payrollOf([payrollPerson(lines)]), presetFormat('gusto'))
    expect(row?.slice(4)).toEqual(['40.00', '10.00', '', '', ''])
  })

  it('is given double time on an average as double time', () => {
    const added = payLine({ kind: 'premium', name: 'weighted', factor: '1', minutes: 30 })
    const straight = payLine({ kind: 'overtime', minutes: 30, amount: 1000 })
    const [, row] = rowsIn(payrollOf([payrollPerson([straight, added])]), presetFormat('gusto'))
    expect(row?.slice(4)).toEqual(['', '', '0.50', '', ''])
  })

  it('is given what an average adds to days of an earlier period as a correction, without their hours', () => {
    const earlier = payLine({
      kind: 'premium',
      name: 'weighted',
      factor: '0.5',
      entry: null,
      minutes: 300,
      amount: 5000,
    })
    const [, row] = rowsIn(payrollOf([payrollPerson([earlier])]), presetFormat('gusto'))
    expect(row?.slice(4)).toEqual(['', '', '', '', '50.00'])
  })
})

describe('hours of a person in one row', () => {
  it('count worked time once, whatever premiums and averages add', () => {
    const format = presetFormat('plain', {
      header: false,
      columns: [
        { field: 'name', header: 'name' },
        { field: 'hours', header: 'hours' },
        { field: 'amount', header: 'amount' },
      ],
    })
    const added = payLine({ kind: 'premium', name: 'weighted', factor: '0.5', minutes: 90, amount: 1500 })
    const straight = payLine({ kind: 'overtime', minutes: 90, amount: 3000 })
    const leave = payLine({ kind: 'leave', name: 'holiday', entry: null, minutes: 480, amount: 16000 })
    const data = payrollOf([payrollPerson([payLine(), straight, added, night, leave, meal])])
    expect(rowsIn(data, format)).toEqual([['Ada King', '10.50', '247.50']])
  })
})
