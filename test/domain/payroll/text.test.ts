import { payLine, payrollOf, payrollPerson, presetFormat } from '@test/support/payroll'
import { each, published } from '@test/support/published-cases'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { payrollTable } from '@/domain/payroll/table'
import { encoded, lodasBeginning, neutralised, rowsOfText, unwritableTexts } from '@/domain/payroll/text'

describe('a text that a spreadsheet would calculate with', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=cmd|’ /C calc’!A0', '＝1'])(
    '%j is shown as it is',
    (text) => {
      expect(neutralised(text)).toBe(`'${text}`)
    },
  )

  it.each(['', 'Ada King', "O'Neill", '1-2', 'a=b'])('%j is left alone', (text) => {
    expect(neutralised(text)).toBe(text)
  })

  it('is guarded in names, and numbers below zero stay numbers', () => {
    const line = payLine({ amount: -2000 })
    const format = presetFormat('plain', { header: false })
    const answer = payrollTable(payrollOf([payrollPerson([line], { name: '=cmd|x!A0' })]), format)
    const [row] = 'table' in answer ? rowsOfText(answer.table, format) : []
    expect([row?.[1], row?.[9]]).toEqual(["'=cmd|x!A0", '-20.00'])
  })
})

published(
  'csv-import.json',
  each(
    ['export-formula-1', 'export-formula-2', 'export-formula-3', 'export-formula-cr', 'export-empty'],
    ({ given, expect: expected }) => {
      const cell = neutralised(String(given.cell))
      if (expected.exported_cell === undefined) expect(cell[0]).toBe(expected.exported_cell_begins_with)
      else expect(cell).toBe(expected.exported_cell)
    },
  ),
  {},
)

describe('windows-1252', () => {
  it('is what the platform reads as windows-1252', () => {
    const decoder = new TextDecoder('windows-1252')
    const writable = [...decoder.decode(Uint8Array.from({ length: 256 }, (_, i) => i))].filter(
      (character) => !/[\u0080-\u009f]/.test(character),
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...writable)), (characters) => {
        const text = characters.join('')
        expect(decoder.decode(encoded(text, 'windows-1252'))).toBe(text)
      }),
    )
    expect([...encoded('€ä', 'windows-1252')]).toEqual([0x80, 0xe4])
  })

  it('names whom it cannot write, and what it lacks', () => {
    const data = payrollOf([
      payrollPerson([payLine()], { name: 'Nguyễn Văn An' }),
      payrollPerson([payLine()], { name: 'Zoë Müller' }),
    ])
    const format = presetFormat('gusto', { encoding: 'windows-1252' })
    const answer = payrollTable(data, format)
    if ('problems' in answer) throw new Error('Refused')
    expect(unwritableTexts(answer.table, data, format)).toEqual([
      { code: 'unwritable', text: 'Nguyễn Văn An', characters: 'ễă' },
    ])
    expect(unwritableTexts(answer.table, data, { ...format, encoding: 'utf-8' })).toEqual([])
    expect(() => encoded('ễ', 'windows-1252')).toThrow(RangeError)
  })
})

it('UTF-8 begins with a mark where the program needs it', () => {
  expect([...encoded('ä', 'utf-8-bom')]).toEqual([0xef, 0xbb, 0xbf, 0xc3, 0xa4])
  expect([...encoded('ä', 'utf-8')]).toEqual([0xc3, 0xa4])
})

it('a file for DATEV LODAS says for whom it is and what its rows hold', () => {
  const format = presetFormat('lodas', {
    lodas: { consultant: '1234567', client: '12345' },
    wageTypes: [
      { kind: 'regular', wageType: '101', carries: 'hours' },
      { kind: 'premium', name: 'night', wageType: '102', carries: 'amount', bookingKey: '4' },
      { kind: 'extra', wageType: '200', carries: 'amount' },
    ],
  })
  const lines = [
    payLine({ minutes: 7460 }),
    payLine({ kind: 'premium', name: 'night', factor: '0.25', amount: 250 }),
    payLine({ kind: 'extra', name: 'meal', entry: null, minutes: 0, rate: null, factor: null, amount: 1550 }),
  ]
  const answer = payrollTable(payrollOf([payrollPerson(lines)]), format)
  if ('problems' in answer) throw new Error('Refused')
  const rows = rowsOfText(answer.table, format).map((row) => row.join(';'))
  expect([...lodasBeginning(format), ...rows]).toEqual([
    '[Allgemein]',
    'Ziel=LODAS',
    'Version_SST=1.0',
    'BeraterNr=1234567',
    'MandantenNr=12345',
    'Feldtrennzeichen=;',
    'Zahlenkomma=,',
    'Datumsformat=TT/MM/JJJJ',
    '[Satzbeschreibung]',
    '1;u_lod_bwd_buchung_standard;abrechnung_zeitraum#bwd;pnr#bwd;la_eigene#bwd;bs_nr#bwd;bs_wert_butab#bwd;',
    '[Bewegungsdaten]',
    '1;01/03/2026;17;101;1;124,33;',
    '1;01/03/2026;17;102;4;2,50;',
    '1;01/03/2026;17;200;2;15,50;',
  ])
})
