import type { PayLine } from './pay/result'
import { weekDays } from './pay-periods'
import type { Weekday } from './weeks'

/** Lines that were rounded together: one sum of money, and what it is made of. */
export interface PaySum extends Pick<PayLine, 'kind' | 'name' | 'rate' | 'factor'> {
  minutes: number
  amount: number
  /** The first day of its week. */
  week: string
  parts: Pick<PayLine, 'entry' | 'day' | 'minutes' | 'amount'>[]
}

/** The sums of a calculation's lines, in their order: the first thing that "why this amount?" opens. */
export function paySums(lines: readonly PayLine[], weekStart: Weekday): PaySum[] {
  const sums = new Map<string, PaySum>()
  for (const { entry, day, kind, name, minutes, rate, factor, amount } of lines) {
    const week = weekDays(day, weekStart).from
    const key = JSON.stringify([week, kind, name, rate, factor])
    const sum = sums.get(key) ?? { week, kind, name, rate, factor, minutes: 0, amount: 0, parts: [] }
    sum.minutes += minutes
    sum.amount += amount
    sum.parts.push({ entry, day, minutes, amount })
    sums.set(key, sum)
  }
  return [...sums.values()]
}

/** Minutes of work that a line pays; of what is paid on top of them it is none. */
export function workedMinutes({ kind, minutes }: Pick<PayLine, 'kind' | 'minutes'>): number {
  return kind === 'regular' || kind === 'overtime' ? minutes : 0
}
