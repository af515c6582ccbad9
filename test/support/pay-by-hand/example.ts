import type { Answer, Entry, Input, RuleSet } from '../pay-oracle/shape'

/** An example worked on paper: lines are `entry day kind name minutes rate factor amount`. */
export type ByHand = { says: string; input: Input; lines: string[]; totals: Omit<Answer['totals'], 'gross'> }

const kathmandu = 'Asia/Kathmandu'
type Made = Pick<Input, 'period' | 'entries'> & Partial<Input> & { rule?: Omit<RuleSet, 'from'> }

export const input = ({ rule = {}, ...rest }: Made): Input => ({
  timeZone: kathmandu,
  currency: 'EUR',
  weekStart: 'monday',
  rules: [{ from: '2026-01-01', ...rule }],
  rates: [{ from: '2026-01-01', hourly: 1000 }],
  ...rest,
})

export const totals = (regularMinutes: number, byFactor: Record<string, number> = {}) => {
  const overtimeMinutes = Object.values(byFactor).reduce((all, one) => all + one, 0)
  return { paidMinutes: regularMinutes + overtimeMinutes, regularMinutes, overtimeMinutes, byFactor }
}

/** In Kathmandu: `at('e1', '2026-06-01T08:00', '17:00')`. */
export const at = (id: string, start: string, end: string, more: Partial<Entry> = {}): Entry => ({
  id,
  in: `${start}:00+05:45`,
  out: `${end.length === 5 ? `${start.slice(0, 11)}${end}` : end}:00+05:45`,
  ...more,
})

export const days = (from: string, to: string) => ({ period: { from, to } })
