import { statementOf } from '@test/support/documents'
import { readPdf } from '@test/support/read-pdf'
import { describe, expect, test } from 'vitest'
import { formatMoney } from '@/domain/money'
import { statementTotals } from '@/domain/payroll/statement'
import { statementPdf } from '@/server/exports/statement-pdf'

/** Numbers as a page shows them, whatever kind of blank stands in them. */
const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ')

describe('the statement of hours and gross pay', () => {
  test('says every rate with its hours, premiums, extras and the sum, and what is not in it', async () => {
    const data = statementOf({ payment: { paidOn: '2026-04-02', method: 'TRANSFER', reference: 'R-9' } })
    const { text, info } = await readPdf(await statementPdf(data))
    const said = plain(text)
    for (const line of [
      'Corner Café',
      'Ada King',
      '0017',
      '1 March 2026 – 31 March 2026',
      '2 April 2026, bank transfer (R-9)',
      'Regular hours 112:00 €16.25 €1,820.00',
      'Regular hours: Bar 24:00 €18.50 €444.00',
      'Overtime 21:00 €16.25 × 1.5 €511.88',
      'Premium: Night 4:30 €18.50 25% €20.82',
      'Extra pay: Missed meal break €16.25',
      'Hours worked and paid 209:00',
      'Of these overtime 33:00',
      'Deductions (taxes, social security) and net pay are not in this statement.',
    ])
      expect(said).toContain(line)
    expect(said).toContain(`Gross pay ${formatMoney(statementTotals(data.lines).gross, 'EUR', 'en-GB')}`)
    expect(info).toMatchObject({ Title: 'Statement of hours and gross pay', Author: 'Corner Café' })
  })

  test('shows sums by day that make its gross pay', async () => {
    const data = statementOf()
    const { text } = await readPdf(await statementPdf(data))
    const days = plain(text.slice(text.indexOf('By day'))).matchAll(/ Mar 2026 [\d:]+ €([\d.,]+)/g)
    const sums = [...days].map(([, sum = '']) => Math.round(Number(sum.replace(',', '')) * 100))
    expect(sums).toHaveLength(22)
    expect(sums.reduce((all, sum) => all + sum, 0)).toBe(statementTotals(data.lines).gross)
  })

  test.each([
    ['de', 'de-AT', 'Bruttolohn', 'Abzüge (Steuern, Sozialversicherung) und der Nettolohn stehen nicht'],
    ['es', 'es-ES', 'Salario bruto', 'Las deducciones (impuestos, seguridad social) y el salario neto no'],
  ] as const)('speaks its reader’s language: %s', async (catalogue, format, gross, notNet) => {
    const { text } = await readPdf(await statementPdf(statementOf({ reader: { catalogue, format } })))
    expect(plain(text)).toContain(gross)
    expect(plain(text)).toContain(notNet)
  })

  test.each([
    ['DE', [595, 842]],
    ['US', [612, 792]],
  ])('is on the paper of %s', async (country, paper) => {
    const employer = { name: 'Corner Café', country, timeZone: 'Europe/Berlin' }
    expect((await readPdf(await statementPdf(statementOf({ employer })))).paper).toEqual(paper)
  })

  test.each([
    ['JPY', '¥1,820'],
    ['KWD', '1.820'],
  ])('writes %s with its own digits', async (currency, sum) => {
    const { lines } = statementOf()
    const one = lines.slice(0, 1).map((line) => ({ ...line, amount: 1820 }))
    const { text } = await readPdf(await statementPdf(statementOf({ currency, lines: one })))
    expect(plain(text)).toContain(sum)
  })

  test('runs over as many pages as it needs, each with the head of its table and its number', async () => {
    const { lines } = statementOf()
    const long = [...lines, ...lines.map((line) => ({ ...line, day: line.day.replace('-03-', '-04-') }))]
    const { pages } = await readPdf(await statementPdf(statementOf({ lines: long })))
    expect(pages.length).toBeGreaterThan(1)
    for (const [i, page] of pages.entries()) {
      expect(page).toContain(`page ${i + 1} of ${pages.length}`)
      if (i > 0) expect(page).toContain('Day Hours Amount')
    }
  })

  test('is the same bytes for the same facts', async () => {
    const [one, two] = await Promise.all([statementPdf(statementOf()), statementPdf(statementOf())])
    expect(one.equals(two)).toBe(true)
  })

  test('breaks a name that is longer than its line, and loses nothing of it', async () => {
    const name = `${'Wolfeschlegelsteinhausenbergerdorff'.repeat(4)} Ada`
    const person = { name, externalNumber: null, jobTitle: null }
    const { text } = await readPdf(await statementPdf(statementOf({ person })))
    expect(text.replace(/\s/g, '')).toContain(name.replace(/\s/g, ''))
  })
})
