/** What a line of pay is for. */
export const lineKinds = ['regular', 'overtime', 'premium', 'extra', 'break', 'leave', 'adjustment'] as const
export type LineKind = (typeof lineKinds)[number]

/** One line of pay; money in minor units, factors as decimals. */
export interface PayLine {
  readonly entry: string | null
  readonly day: string
  readonly kind: LineKind
  /** The kind of work, the premium or the extra; for breaks `unpaid` or `deducted`. */
  readonly name: string | null
  readonly minutes: number
  /** Minor units an hour. */
  readonly rate: number | null
  readonly factor: string | null
  readonly amount: number
}

export type WarningCode =
  | 'rest_short'
  | 'day_long'
  | 'week_long'
  | 'break_missing'
  | 'entry_open'
  | 'entry_flagged'

export interface PayWarning {
  readonly code: WarningCode
  readonly entry: string | null
  readonly day: string
}

export interface PayTotals {
  readonly paidMinutes: number
  readonly regularMinutes: number
  readonly overtimeMinutes: number
  /** Overtime minutes by their whole factor. */
  readonly byFactor: Readonly<Record<string, number>>
  readonly gross: number
}

export interface PayResult {
  readonly lines: readonly PayLine[]
  readonly totals: PayTotals
  readonly warnings: readonly PayWarning[]
}
