import { pay, rules, worked } from '@test/support/pay'
import { describe, expect, it } from 'vitest'
import { paperOf, statementDays, statementRows, statementTotals } from '@/domain/payroll/statement'

const days = ['02', '03', '04', '05', '06']
const result = pay(
  days.map((day) => worked(day, `2026-03-${day} 13:00`, '23:00')),
  {
    rules: rules({
      overtime: { weekly: [{ afterMinutes: 2400, factor: '1.5' }], base: 'weighted' },
      premiums: [{ name: 'night', from: '22:00', to: '06:00', factor: '0.25' }],
      breaks: [{ afterMinutes: 360, minutes: 30, paid: false }],
    }),
    extras: [{ day: '2026-03-10', name: 'call-back', amount: 1234 }],
  },
)

describe('a statement', () => {
  it('has a row for each rate of each kind, in the order of kinds, and none for breaks', () => {
    const rows = statementRows(result.lines)
    expect(rows.map(({ kind, name, minutes }) => [kind, name, minutes])).toEqual([
      ['regular', null, 2400],
      ['overtime', null, 450],
      ['premium', 'night', 150],
      ['premium', 'weighted', 450],
      ['extra', 'call-back', 0],
    ])
  })

  it('comes to what the calculation comes to, by rows, by days and in all', () => {
    const { paidMinutes, overtimeMinutes, gross } = result.totals
    expect(statementTotals(result.lines)).toEqual({ paidMinutes, overtimeMinutes, gross })
    for (const parts of [statementRows(result.lines), statementDays(result.lines)])
      expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(gross)
    expect(statementDays(result.lines).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(paidMinutes)
  })

  it('is on the paper of its country', () => {
    expect(['US', 'MX', 'DE', 'JP'].map(paperOf)).toEqual(['LETTER', 'LETTER', 'A4', 'A4'])
  })
})
