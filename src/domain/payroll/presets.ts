import type { PayrollField } from './format'
import type { PayrollFormat } from './format-schema'

/** A format that comes with Clockface. `untried`: written after the published layout, not tried in the product. */
export interface PayrollPreset {
  readonly id: 'plain' | 'gusto' | 'lodas'
  readonly untried: boolean
  /** Where the layout is published. */
  readonly source: string | null
  readonly format: Omit<PayrollFormat, 'name'>
}

const column = (field: PayrollField, header: string = field) => ({ field, header })

/** A row for each person, kind of pay, name, rate and factor; to be changed as the payroll program wants it. */
const plain: PayrollPreset = {
  id: 'plain',
  untried: false,
  source: null,
  format: {
    columns: [
      column('number'),
      column('name'),
      column('from'),
      column('to'),
      column('kind'),
      column('label', 'what'),
      column('hours'),
      column('rate'),
      column('factor'),
      column('amount'),
      column('currency'),
    ],
    separator: ',',
    decimalMark: '.',
    encoding: 'utf-8-bom',
    dates: 'YYYY-MM-DD',
    header: true,
    wageTypes: [],
  },
}

/** Gusto multiplies hours by its own rates; a row for each person and job title. */
const gusto: PayrollPreset = {
  id: 'gusto',
  untried: true,
  source: 'https://support.gusto.com/article/999914471000000/Run-payroll-with-CSV-upload',
  format: {
    columns: [
      column('lastName', 'last_name'),
      column('firstName', 'first_name'),
      column('title'),
      column('number', 'gusto_employee_id'),
      { ...column('hours', 'regular_hours'), of: [{ kind: 'regular' }] },
      { ...column('hours', 'overtime_hours'), of: [{ kind: 'overtime', factor: '1.5' }] },
      { ...column('hours', 'double_overtime_hours'), of: [{ kind: 'overtime', factor: '2' }] },
      { ...column('amount', 'bonus'), of: [{ kind: 'premium' }, { kind: 'extra' }, { kind: 'leave' }] },
      { ...column('amount', 'correction_payment'), of: [{ kind: 'adjustment' }] },
    ],
    separator: ',',
    decimalMark: '.',
    encoding: 'utf-8',
    dates: 'MM/DD/YYYY',
    header: true,
    wageTypes: [],
  },
}

/** Movements of a month by the employer's own wage types; hours are booked with key 1, money with 2, unless a wage type says. */
const lodas: PayrollPreset = {
  id: 'lodas',
  untried: true,
  source: 'https://help-center.apps.datev.de/api/amr/knowledge-common/v1/entities/st81064830359671307_de.pdf',
  format: {
    columns: [
      { ...column('text', '1;u_lod_bwd_buchung_standard'), text: '1' },
      column('month', 'abrechnung_zeitraum#bwd'),
      column('number', 'pnr#bwd'),
      column('wageType', 'la_eigene#bwd'),
      column('bookingKey', 'bs_nr#bwd'),
      column('value', 'bs_wert_butab#bwd'),
      column('text', ''),
    ],
    separator: ';',
    decimalMark: ',',
    encoding: 'windows-1252',
    dates: 'DD/MM/YYYY',
    header: false,
    wageTypes: [],
    lodas: { consultant: '', client: '' },
  },
}

export const payrollPresets = [plain, gusto, lodas] as const
