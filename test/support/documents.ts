import type { DocumentData } from '@/server/exports/document'
import type { StatementData } from '@/server/exports/statement-pdf'
import { pay, rules, worked } from './pay'

export const documentOf = (given: Partial<DocumentData> = {}): DocumentData => ({
  employer: { name: 'Corner Café', country: 'DE', timeZone: 'Europe/Berlin' },
  person: { name: 'Ada King', externalNumber: '0017', jobTitle: 'Cook' },
  period: { from: '2026-03-01', to: '2026-03-31' },
  reader: { catalogue: 'en', format: 'en-GB' },
  madeAt: new Date('2026-04-01T09:00:00Z'),
  ...given,
})

/** March 2026 with overtime, night work, an extra and a correction, calculated as any period is. */
export function statementOf(given: Partial<StatementData> = {}): StatementData {
  const days = Array.from({ length: 22 }, (_, i) => String(i + 2).padStart(2, '0'))
  const entries = days.map((day) =>
    worked(day, `2026-03-${day} 14:00`, '23:30', { kind: day > '20' ? 'Bar' : undefined }),
  )
  const { lines } = pay(entries, {
    rates: [
      { from: '2025-01-01', hourly: 1625 },
      { from: '2026-03-16', hourly: 1710 },
      { from: '2025-01-01', kind: 'Bar', hourly: 1850 },
    ],
    rules: rules({
      overtime: { daily: [{ afterMinutes: 480, factor: '1.5' }] },
      premiums: [{ name: 'Night', from: '22:00', to: '06:00', factor: '0.25' }],
    }),
    extras: [{ day: '2026-03-05', name: 'Missed meal break', amount: 1625 }],
  })
  return { ...documentOf(), currency: 'EUR', lines, payment: null, ...given }
}
