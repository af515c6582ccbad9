import { type Fraction, fraction, halfUp, less, minus, sum, whole } from './fraction'
import type { Line } from './shape'

/** A line before its money is rounded: `group` says with which others it is rounded, `exact` is its money. */
export type Draft = Omit<Line, 'amount'> & { group: string; exact: Fraction; at: number }

const order = (a: Draft, b: Draft) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.at - b.at)

function shared(group: readonly Draft[]): Line[] {
  const left = (one: Draft) => minus(one.exact, fraction(whole(one.exact)))
  const total = halfUp(sum(group.map(({ exact }) => exact)))
  const units = total - group.reduce((all, { exact }) => all + whole(exact), 0)
  const sorted = group.toSorted(order)
  const first = sorted
    .toSorted((a, b) => (less(left(b), left(a)) ? -1 : less(left(a), left(b)) ? 1 : 0))
    .slice(0, units)
  return sorted.map((one) => {
    const { group: _group, exact, at: _at, ...line } = one
    return { ...line, amount: whole(exact) + (first.includes(one) ? 1 : 0) }
  })
}

/** Rounds the money of each group once and shares it among its lines by largest remainder. */
export function priced(drafts: readonly Draft[]): Line[] {
  const groups = new Map<string, Draft[]>()
  for (const draft of drafts) groups.set(draft.group, [...(groups.get(draft.group) ?? []), draft])
  return [...groups.values()].flatMap(shared)
}
