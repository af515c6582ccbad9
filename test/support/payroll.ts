import type { PayLine } from '@/domain/pay/result'
import type { PayrollData, PayrollPerson } from '@/domain/payroll/data'
import type { PayrollFormat } from '@/domain/payroll/format-schema'
import { payrollPresets } from '@/domain/payroll/presets'

/** An hour of regular work at 20.00, unless something else is given. */
export const payLine = (given: Partial<PayLine> = {}): PayLine => ({
  entry: 'e1',
  day: '2026-03-02',
  kind: 'regular',
  name: null,
  minutes: 60,
  rate: 2000,
  factor: '1',
  amount: 2000,
  ...given,
})

export const payrollPerson = (
  lines: readonly PayLine[],
  given: Partial<PayrollPerson> = {},
): PayrollPerson => ({
  name: 'Ada King',
  externalNumber: '17',
  jobTitle: 'Cook',
  lines,
  ...given,
})

export const payrollOf = (
  people: readonly PayrollPerson[],
  given: Partial<PayrollData> = {},
): PayrollData => ({
  workplace: 'Corner Café',
  currency: 'EUR',
  period: { from: '2026-03-01', to: '2026-03-31' },
  people,
  ...given,
})

/** A format that comes with Clockface, changed as given. */
export function presetFormat(
  id: (typeof payrollPresets)[number]['id'],
  given: Partial<PayrollFormat> = {},
): PayrollFormat {
  const preset = payrollPresets.find((each) => each.id === id)
  if (!preset) throw new Error(`There is no preset ${id}`)
  return { name: id, ...preset.format, ...given }
}
