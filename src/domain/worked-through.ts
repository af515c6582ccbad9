import { calculatePay } from './pay/calculate'
import type { PayRules } from './pay/schema'
import { lastSeen, type Worked } from './time-entries'

const MINUTE = 60_000

/** Whether rules take off a break that was not taken. */
export const deductsBreaks = ({ breaks = [] }: Pick<PayRules, 'breaks'>) =>
  breaks.some(({ minutes = 0, paid = false }) => minutes > 0 && !paid)

interface Leaving {
  /** What somebody is in the middle of. */
  open: Worked
  /** What they worked before, which may touch it. */
  before: readonly Worked[]
  rules: PayRules[]
  timeZone: string
}

function entryInput({ startedAt, endedAt, breaks }: Worked, id: string, leaving: Date) {
  const text = (at: Date | null) => (at ?? leaving).toISOString()
  return {
    ...{ id, in: text(startedAt), out: text(endedAt) },
    breaks: breaks.map((pause) => ({ start: text(pause.startedAt), end: text(pause.endedAt) })),
  }
}

/** Whether who leaves at a moment has a break taken off at the end of their work. */
function deductedAt({ open, before, rules, timeZone }: Leaving, leaving: Date): boolean {
  const { lines } = calculatePay({
    ...{ timeZone, currency: 'EUR', rules, period: { from: '1970-01-01', to: '2199-12-31' } },
    rates: [{ from: '1970-01-01', hourly: 0 }],
    entries: [
      ...before.map((entry, at) => entryInput(entry, `before ${at}`, leaving)),
      entryInput(open, 'open', leaving),
    ],
  })
  return lines.some(({ entry, kind, name }) => entry === 'open' && kind === 'break' && name === 'deducted')
}

/**
 * From when on somebody who leaves has a break taken off, and so may say that they worked through; null where that is
 * never before `until`, or not while the break that they are on goes on.
 */
export function deductsFrom(leaving: Leaving, { now, until }: { now: Date; until: Date }): Date | null {
  const first = Math.max(now.getTime(), lastSeen(leaving.open).getTime())
  const deducts = (minutes: number) => deductedAt(leaving, new Date(first + minutes * MINUTE))
  if (deducts(0)) return new Date(first)
  let [low, high] = [0, Math.floor((until.getTime() - first) / MINUTE)]
  const pausing = leaving.open.breaks.some(({ endedAt }) => endedAt === null)
  if (pausing || high <= 0 || !deducts(high)) return null
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (deducts(middle)) high = middle
    else low = middle
  }
  return new Date(first + high * MINUTE)
}
