import { dayName } from './calendar'
import type { Entry } from './entries'
import { compare, type Fraction, floorOf, fraction, halfUp, minus, plus, sum } from './fraction'
import { PayRefusal } from './refusal'
import { type LineKind, lineKinds, type PayLine } from './result'

/** A line before its money is rounded. */
export interface Draft {
  readonly week: number
  readonly entry: Entry | null
  readonly day: number
  /** The minute at which they begin; null where they belong to no time. */
  readonly start: number | null
  readonly kind: LineKind
  readonly name: string | null
  readonly minutes: number
  readonly rate: number | null
  readonly factor: string | null
  /** Minor units, exact. */
  readonly exact: Fraction
}

/** The lines of drafts: those of one entry, day and reason together (each extra for itself), each sum of money rounded once. */
export function linesOf(drafts: readonly Draft[]): PayLine[] {
  const extras = drafts.filter(({ kind }) => kind === 'extra')
  const others = drafts.filter(({ kind }) => kind !== 'extra')
  const rows = gathered(others, ({ entry, day }) => `${entry?.at} ${day}`).map(([first, ...more]) =>
    more.reduce(together, first),
  )
  rows.push(...extras)
  rows.sort(inOrder)
  return gathered(rows, () => '')
    .flatMap(shared)
    .sort((a, b) => inOrder(a.part, b.part))
    .map(({ part, amount }) => lineOf(part, wholeOf(amount)))
}

const together = (a: Draft, b: Draft): Draft => ({
  ...a,
  minutes: a.minutes + b.minutes,
  exact: plus(a.exact, b.exact),
})

/** Drafts whose money is one sum (week, kind, name, rate, factor), and what else tells them apart. */
function gathered(drafts: readonly Draft[], apart: (draft: Draft) => string): [Draft, ...Draft[]][] {
  const groups = new Map<string, [Draft, ...Draft[]]>()
  for (const draft of drafts) {
    const { week, kind, name, rate, factor } = draft
    const key = `${apart(draft)} ${week} ${kind} ${rate} ${factor} ${name ?? ''}`
    const group = groups.get(key)
    if (group) group.push(draft)
    else groups.set(key, [draft])
  }
  return [...groups.values()]
}

/** By day, time, kind, name, rate and factor; what belongs to no entry comes last in its day. */
function inOrder(a: Draft, b: Draft): number {
  return (
    a.day - b.day ||
    startOf(a) - startOf(b) ||
    lineKinds.indexOf(a.kind) - lineKinds.indexOf(b.kind) ||
    byText(a.name ?? '', b.name ?? '') ||
    Number(a.rate) - Number(b.rate) ||
    Number(a.factor) - Number(b.factor)
  )
}

const startOf = ({ entry }: Draft) => entry?.start ?? Number.MAX_SAFE_INTEGER
const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/**
 * Shares a sum that is rounded once, half up (half away from zero), among its parts: each has its whole units, and what
 * is left goes to the largest remainders, the earlier of equal ones first.
 */
export function shared<T extends { readonly exact: Fraction }>(
  parts: readonly T[],
): { part: T; amount: bigint }[] {
  const shares = parts.map((part) => ({ part, amount: floorOf(part.exact) }))
  const whole = shares.reduce((all, { amount }) => all + amount, 0n)
  const missing = Number(halfUp(sum(parts.map(({ exact }) => exact))) - whole)
  const left = ({ part, amount }: (typeof shares)[number]) => minus(part.exact, fraction(amount))
  const most = missing ? shares.toSorted((a, b) => compare(left(b), left(a))) : []
  for (const share of most.slice(0, missing)) share.amount += 1n
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
