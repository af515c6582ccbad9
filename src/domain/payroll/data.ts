import type { LineKind, PayLine } from '../pay/result'

/** What of a period goes to payroll. */
export interface PayrollData {
  readonly workplace: string
  readonly currency: string
  /** Its first and last day. */
  readonly period: { readonly from: string; readonly to: string }
  readonly people: readonly PayrollPerson[]
}

export interface PayrollPerson {
  /** Tells people of one name apart. */
  readonly employmentId?: string | undefined
  readonly name: string
  /** Their number in the payroll program. */
  readonly externalNumber: string | null
  readonly jobTitle: string | null
  readonly lines: readonly PayLine[]
}

type LineWords = Pick<PayLine, 'kind' | 'name' | 'factor'>

interface Whom {
  readonly person: string
  readonly employmentId?: string | undefined
}

/** Why a period cannot be exported in a format: for whom, or for which lines. */
export type PayrollProblem =
  | ({ readonly code: 'number_missing' } & Whom)
  | ({ readonly code: 'number_unfit'; readonly number: string } & Whom)
  | ({ readonly code: 'wage_type_missing' | 'column_missing' } & LineWords)
  | { readonly code: 'unwritable'; readonly text: string; readonly characters: string }

/** A cell of an export; null is a blank one. */
export type PayrollCell =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'day'; readonly day: string }
  /** A decimal number with a point. */
  | { readonly is: 'number'; readonly decimal: string }
  | null

export interface PayrollTable {
  readonly header: string[]
  readonly rows: PayrollCell[][]
}

/** What overtime adds where it is paid on the week's average, beside the line that pays those hours straight. */
export const isAddOn = ({ kind, name }: Pick<LineWords, 'kind' | 'name'>) =>
  kind === 'premium' && name === 'weighted'

/** What a line is for payroll: what an average adds is overtime, and corrects an earlier period where that paid the hours. */
export function payrollKind(line: PayLine): LineKind {
  if (!isAddOn(line)) return line.kind
  return line.entry === null ? 'adjustment' : 'overtime'
}
