import { payLine, payrollOf, payrollPerson, presetFormat } from '@test/support/payroll'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { PayrollData } from '@/domain/payroll/data'
import type { PayrollFormat } from '@/domain/payroll/format-schema'
import { payrollTable } from '@/domain/payroll/table'
import { payrollCsv, payrollXlsx } from '@/server/exports/payroll-file'

function tableOf(data: PayrollData, format: PayrollFormat) {
  const answer = payrollTable(data, format)
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems))
  return answer.table
}

const people = [
  payrollPerson([payLine({ minutes: 105, amount: 3500 })], { name: '=cmd|x!A0' }),
  payrollPerson([payLine({ amount: -2000 })], { name: 'محمد "Mo", علي', externalNumber: '0042' }),
]

describe('payroll as CSV', () => {
  test('keeps formulas harmless, leading zeros, quotes and any script', () => {
    const format = presetFormat('plain')
    const bytes = payrollCsv(tableOf(payrollOf(people), format), format)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes).split('\r\n')).toEqual([
      'number,name,from,to,kind,what,hours,rate,factor,amount,currency',
      `17,"'=cmd|x!A0",2026-03-01,2026-03-31,regular,,1.75,20.00,1,35.00,EUR`,
      '0042,"محمد ""Mo"", علي",2026-03-01,2026-03-31,regular,,1.00,20.00,1,-20.00,EUR',
      '',
    ])
  })

  test('for DATEV LODAS begins with for whom it is, in its encoding', () => {
    const format = presetFormat('lodas', {
      lodas: { consultant: '1234567', client: '12345' },
      wageTypes: [{ kind: 'regular', wageType: '101', carries: 'hours' }],
    })
    const bytes = payrollCsv(tableOf(payrollOf([payrollPerson([payLine()])]), format), format)
    const lines = new TextDecoder('windows-1252').decode(bytes).split('\r\n')
    expect([lines[1], ...lines.slice(-3)]).toEqual([
      'Ziel=LODAS',
      '[Bewegungsdaten]',
      '1;01/03/2026;17;101;1;1,00;',
      '',
    ])
  })
})

describe('payroll as a workbook', () => {
  test('has numbers as numbers, days as days, and texts that are no formulas', async () => {
    const table = tableOf(payrollOf(people), presetFormat('plain'))
    const bytes = await new Response(payrollXlsx(table, 'Corner [Café]: March')).arrayBuffer()
    const { sheets } = await readXlsx(new Uint8Array(bytes), { maxRows: 100 })
    expect(sheets.map(({ name }) => name)).toEqual(['Corner  Café   March'])
    expect(sheets[0]?.rows).toEqual([
      table.header,
      [
        '17',
        '=cmd|x!A0',
        new Date('2026-03-01'),
        new Date('2026-03-31'),
        'regular',
        null,
        1.75,
        20,
        1,
        35,
        'EUR',
      ],
      [
        ...['0042', 'محمد "Mo", علي'],
        new Date('2026-03-01'),
        new Date('2026-03-31'),
        'regular',
        null,
        1,
        20,
        1,
        -20,
        'EUR',
      ],
    ])
  })
})
