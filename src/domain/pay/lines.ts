import { dayName } from './calendar'
import type { Entry } from './entries'
import { compare, type Fraction, floorOf, fraction, halfUp, minus, sum } from './fraction'
import { PayRefusal } from './refusal'
import { type LineKind, lineKinds, type PayLine } from './result'

/** A line before its money is rounded. */
export interface Draft {
  readonly week: number
  readonly entry: Entry | null
  readonly day: number
  readonly kind: LineKind
  readonly name: string | null
  readonly minutes: number
  readonly rate: number | null
  readonly factor: string | null
  /** Minor units, exact. */
  readonly exact: Fraction
}

/** The lines of drafts: those of one entry, day and reason together, each sum of money rounded once. */
export function linesOf(drafts: readonly Draft[]): PayLine[] {
  const rows = gathered(drafts, ({ entry, day }) => `${entry?.at} ${day}`)
    .map((same) => ({
      ...(same[0] as Draft),
      minutes: minutesOf(same),
      exact: sum(same.map(({ exact }) => exact)),
    }))
    .sort(byDay)
  const amounts = new Map<Draft, number>()
  for (const group of gathered(rows, () => '')) {
    const shares = shared(group.map(({ exact }) => exact))
    for (const [i, row] of group.entries()) amounts.set(row, wholeOf(shares[i] ?? 0n))
  }
  return rows.map((row) => lineOf(row, amounts.get(row) ?? 0))
}

const minutesOf = (drafts: readonly Draft[]) => drafts.reduce((all, { minutes }) => all + minutes, 0)

/** Drafts whose money is one sum (week, kind, name, rate, factor), and what else tells them apart. */
function gathered(drafts: readonly Draft[], apart: (draft: Draft) => string): Draft[][] {
  const groups = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const { week, kind, name, rate, factor } = draft
    const key = `${apart(draft)} ${week} ${kind} ${rate} ${factor} ${name === null ? '' : `“${name}`}`
    const group = groups.get(key)
    if (group) group.push(draft)
    else groups.set(key, [draft])
  }
  return [...groups.values()]
}

/** In order of day, time, kind and name; what belongs to no entry comes last in its day. */
function byDay(a: Draft, b: Draft): number {
  return (
    a.day - b.day ||
    startOf(a) - startOf(b) ||
    lineKinds.indexOf(a.kind) - lineKinds.indexOf(b.kind) ||
    inOrder(a.name ?? '', b.name ?? '') ||
    (a.rate ?? 0) - (b.rate ?? 0) ||
    Number(a.factor) - Number(b.factor) ||
    a.week - b.week ||
    inOrder(a.entry?.id ?? '', b.entry?.id ?? '')
  )
}

const startOf = ({ entry }: Draft) => entry?.start ?? Number.MAX_SAFE_INTEGER
const inOrder = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/**
 * Parts of a sum that is rounded once, half up (half away from zero): each has its whole units, and what is left goes
 * to the largest remainders, the earlier first.
 */
export function shared(parts: readonly Fraction[]): bigint[] {
  const shares = parts.map(floorOf)
  const rest = parts.map((part, i) => ({ i, left: minus(part, fraction(shares[i] ?? 0n)) }))
  rest.sort((a, b) => compare(b.left, a.left) || a.i - b.i)
  const missing = halfUp(sum(parts)) - shares.reduce((all, one) => all + one, 0n)
  for (const { i } of rest.slice(0, Number(missing))) shares[i] = (shares[i] ?? 0n) + 1n
  return shares
}

/** A sum of money as a number that is still exact. */
export function wholeOf(units: bigint): number {
  const amount = Number(units)
  if (!Number.isSafeInteger(amount)) throw new PayRefusal('rates', 'make sums that are too large')
  return amount
}

function lineOf({ entry, day, kind, name, minutes, rate, factor }: Draft, amount: number): PayLine {
  return { entry: entry?.id ?? null, day: dayName(day), kind, name, minutes, rate, factor, amount }
}

/** Minor units for minutes at a price an hour. */
export const priceOf = (minutes: number, hourly: Fraction): Fraction =>
  fraction(BigInt(minutes) * hourly.over, 60n * hourly.under)
