import { minuteOf } from './calendar'
import { PayRefusal } from './refusal'
import type { PayInput } from './schema'

/** A break as it was punched, in minutes. */
export interface Break {
  readonly start: number
  readonly end: number
  readonly paid: boolean
}

/** An entry as it was punched, in minutes. */
export interface Entry {
  /** Where it stands in the input. */
  readonly at: number
  readonly id: string
  readonly kind: string | null
  readonly start: number
  /** null while it is open. */
  readonly end: number | null
  readonly flagged: boolean
  readonly noBreakDeduction: boolean
  readonly breaks: readonly Break[]
}

export interface ClosedEntry extends Entry {
  readonly end: number
}

export const isClosed = (entry: Entry): entry is ClosedEntry => entry.end !== null

type Given = PayInput['entries'][number]

/** The entries of an input in order of time; refused where they overlap or end before they begin. */
export function entriesOf(given: readonly Given[]): Entry[] {
  refuseTwice(given)
  const entries = given.map(read).sort(byTime)
  let before: Entry | undefined
  for (const entry of entries) {
    if (before && entry.start < (before.end ?? before.start)) {
      throw new PayRefusal(`entries[${entry.at}].in`, `overlaps entries[${before.at}]`)
    }
    before = entry
  }
  return entries
}

/** In order of time; what takes no time first, what is open last. */
function byTime(a: Entry, b: Entry): number {
  const [endA, endB] = [a.end ?? Number.MAX_SAFE_INTEGER, b.end ?? Number.MAX_SAFE_INTEGER]
  return a.start - b.start || endA - endB || (a.id < b.id ? -1 : 1)
}

function refuseTwice(given: readonly Given[]) {
  const seen = new Map<string, number>()
  for (const [at, { id }] of given.entries()) {
    const before = seen.get(id)
    if (before !== undefined) throw new PayRefusal(`entries[${at}].id`, `is that of entries[${before}] too`)
    seen.set(id, at)
  }
}

function read(given: Given, at: number): Entry {
  const place = `entries[${at}]`
  const start = minuteOf(given.in)
  const end = given.out ? minuteOf(given.out) : null
  if (end !== null && end < start) throw new PayRefusal(`${place}.out`, 'is before the entry begins')
  return {
    at,
    id: given.id,
    kind: given.kind ?? null,
    start,
    end,
    flagged: given.flagged ?? false,
    noBreakDeduction: given.noBreakDeduction ?? false,
    breaks: breaksOf(given, start, end ?? Number.POSITIVE_INFINITY, place),
  }
}

function breaksOf(given: Given, start: number, end: number, place: string): Break[] {
  const breaks = (given.breaks ?? []).map((one, at) => ({
    at: `${place}.breaks[${at}]`,
    start: minuteOf(one.start),
    end: minuteOf(one.end),
    paid: one.paid ?? false,
  }))
  breaks.sort((a, b) => a.start - b.start || a.end - b.end)
  let free = start
  for (const { at, ...one } of breaks) {
    if (one.end < one.start) throw new PayRefusal(`${at}.end`, 'is before the break begins')
    if (one.start < start || one.end > end) throw new PayRefusal(at, 'is outside its entry')
    if (one.start < free) throw new PayRefusal(`${at}.start`, 'overlaps another break')
    free = one.end
  }
  return breaks
}
