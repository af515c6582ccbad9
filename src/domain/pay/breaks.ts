import type { Break, ClosedEntry } from './entries'
import type { Stretch } from './stretches'

/** Minutes of one entry in a row that are all worked, or all a break. */
export interface Span {
  readonly entry: ClosedEntry
  readonly start: number
  readonly end: number
  readonly state: 'worked' | 'unpaid' | 'deducted'
}

/** How a stretch's breaks were judged, on the punches as they are. */
export interface BreakVerdict {
  readonly unpaid: readonly Break[]
  /** Minutes to take from the end of the stretch. */
  readonly deduct: number
  /** By how many minutes the breaks taken, paid or not, are shorter than those due; at the very start or end is none. */
  readonly missing: number
}

/** The breaks of a stretch; those that touch and are paid alike are one. */
function piecesOf({ entries }: Stretch): Break[] {
  const pieces: Break[] = []
  for (const one of entries.flatMap(({ breaks }) => breaks)) {
    const before = pieces.at(-1)
    if (one.end === one.start) continue
    const touched = before && before.end === one.start && before.paid === one.paid
    if (touched) pieces.pop()
    pieces.push(touched ? { ...before, end: one.end } : one)
  }
  return pieces
}

const lengthOf = (pieces: readonly Break[]) => pieces.reduce((all, { start, end }) => all + end - start, 0)

/** What the rules say about the breaks of a stretch: ArbZG § 4 (more than six hours: 30 minutes) and its kind. */
export function judgeBreaks(stretch: Stretch): BreakVerdict {
  const { paidUpTo, breaks } = stretch.rules
  const pieces = piecesOf(stretch).map((one) => ({
    ...one,
    paid: one.paid || one.end - one.start <= paidUpTo,
  }))
  const unpaid = pieces.filter(({ paid }) => !paid)
  const worked = stretch.end - stretch.start - lengthOf(unpaid)
  const due = breaks.filter(({ after }) => worked > after)
  const within = pieces.filter(({ start, end }) => start > stretch.start && end < stretch.end)
  const taken = (of: readonly Break[], minPiece: number) =>
    lengthOf(of.filter(({ start, end }) => end - start >= minPiece))
  const deductible = stretch.entries.some(({ noBreakDeduction }) => noBreakDeduction)
    ? []
    : due.filter(({ paid }) => !paid)
  return {
    unpaid,
    deduct: Math.max(0, ...deductible.map(({ minutes, minPiece }) => minutes - taken(unpaid, minPiece))),
    missing: Math.max(0, ...due.map(({ minutes, minPiece }) => minutes - taken(within, minPiece))),
  }
}

/** The spans of a stretch in order of time, between its rounded ends. */
export function spansOf(stretch: Stretch, { unpaid, deduct }: BreakVerdict): Span[] {
  const { entries, from, to } = stretch
  const last = entries.length - 1
  const spans = entries.flatMap((entry, i) => {
    const start = i === 0 ? from : Math.max(from, entry.start)
    const end = i === last ? to : Math.min(to, entry.end)
    return cutBreaks(entry, start, end, unpaid)
  })
  return deducted(spans, deduct)
}

function cutBreaks(entry: ClosedEntry, start: number, end: number, unpaid: readonly Break[]): Span[] {
  const spans: Span[] = []
  let at = start
  const add = (until: number, state: Span['state']) => {
    if (until > at) spans.push({ entry, start: at, end: until, state })
    at = Math.max(at, until)
  }
  for (const one of unpaid) {
    add(Math.min(end, one.start), 'worked')
    add(Math.min(end, one.end), 'unpaid')
  }
  add(end, 'worked')
  return spans
}

/** The last `minutes` worked become a break that was not taken. */
function deducted(spans: readonly Span[], minutes: number): Span[] {
  let left = minutes
  const after: Span[] = []
  for (const span of spans.toReversed()) {
    const taken = span.state === 'worked' ? Math.min(left, span.end - span.start) : 0
    left -= taken
    if (taken) after.push({ ...span, start: span.end - taken, state: 'deducted' })
    if (span.end - taken > span.start) after.push({ ...span, end: span.end - taken })
  }
  return after.reverse()
}
