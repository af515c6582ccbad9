/** The shape of `pay calculate`, as the schema of the published cases gives it. */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'

export type Tier = { afterMinutes: number; factor: string }

export type Premium = {
  name: string
  from?: string
  to?: string
  days?: Weekday[]
  holidays?: boolean
  factor?: string
  amount?: number
  inRegularRate?: boolean
  credited?: boolean
}

export type BreakRule = {
  afterMinutes: number
  minutes: number
  paid: boolean
  paidUpTo?: number
  minPiece?: number
}

export type RuleSet = {
  from: string
  rounding?: { minutes: number; of: 'punch' | 'day'; mode: 'nearest' | 'employee' | 'down' | 'up' }
  breaks?: BreakRule[]
  overtime?: { daily?: Tier[]; weekly?: Tier[]; seventhDay?: Tier[]; base?: 'own' | 'weighted' }
  premiums?: Premium[]
  stacking?: 'add' | 'highest'
  dayStart?: string
  weekStart?: string
  shiftDay?: 'split' | 'start' | 'end' | 'most'
  limits?: { restMinutes?: number; dayMinutes?: number; weekMinutes?: number }
}

export type BreakTaken = { start: string; end: string; paid: boolean }

export type Entry = {
  id: string
  in: string
  out?: string
  kind?: string
  breaks?: BreakTaken[]
  flagged?: boolean
  noBreakDeduction?: boolean
}

export type Input = {
  timeZone: string
  currency: string
  weekStart?: Weekday
  period: { from: string; to: string }
  holidays?: string[]
  rules?: RuleSet[]
  rates: { from: string; kind?: string; hourly: number }[]
  entries: Entry[]
  extras?: { day: string; name: string; minutes?: number; amount: number }[]
}

export type Line = {
  entry: string | null
  day: string
  kind: 'regular' | 'overtime' | 'premium' | 'extra' | 'break' | 'leave' | 'adjustment'
  name: string | null
  minutes: number
  rate: number | null
  factor: string | null
  amount: number
}

export type Answer = {
  lines: readonly Line[]
  totals: {
    paidMinutes: number
    regularMinutes: number
    overtimeMinutes: number
    byFactor: Readonly<Record<string, number>>
    gross: number
  }
  warnings: readonly { code: string; entry: string | null; day: string }[]
}
