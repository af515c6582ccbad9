import fc from 'fast-check'
import type { BreakTaken, Entry } from '../pay-oracle/shape'

const someKind = fc.constantFrom(undefined, undefined, 'kitchen', 'driving')
export const oneOf = fc.constantFrom
export const length = (min: number, max: number) => fc.integer({ min, max })

const piece = fc.record({
  after: fc.oneof(oneOf(0), length(1, 240)),
  minutes: fc.oneof(oneOf(0, 10, 15, 20, 30), length(1, 70)),
  paid: fc.boolean(),
})

export const shift = fc.record({
  gap: fc.oneof(oneOf(0, 0), length(1, 40), length(300, 1000)),
  minutes: fc.oneof(
    { arbitrary: length(180, 720), weight: 5 },
    { arbitrary: length(0, 90), weight: 2 },
    { arbitrary: oneOf(485, 545), weight: 2 },
  ),
  kind: someKind,
  pieces: fc.array(piece, { maxLength: 3 }),
  closing: oneOf(0, 0, 0, 12, 30),
  seconds: fc.tuple(length(0, 59), length(0, 59)),
  ahead: oneOf(0, 0, 345, -480),
  marks: oneOf({}, {}, {}, { flagged: true }, { noBreakDeduction: true }, { flagged: false }),
})
type Shift = typeof shift extends fc.Arbitrary<infer T> ? T : never

export function instant(minute: number, ahead: number, second: number): string {
  const local = new Date((minute + ahead) * 60_000 + second * 1000).toISOString().slice(0, 19)
  const size = Math.abs(ahead)
  const two = (n: number) => String(n).padStart(2, '0')
  if (ahead === 0) return `${local}Z`
  return `${local}${ahead < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** Breaks one after the other, and one of `closing` minutes that goes on to the end. */
function breaksOf({ pieces, closing, ahead }: Shift, start: number, end: number): BreakTaken[] {
  let free = start
  const last = Math.max(start, end - closing)
  const within = pieces.map(({ after, minutes, paid }) => {
    const from = Math.min(last, free + after)
    free = Math.min(last, from + minutes)
    return { from, to: free, paid }
  })
  return [...within, { from: last, to: end, paid: false }]
    .filter(({ from, to }) => from < to || (start < from && from < last))
    .map(({ from, to, paid }) => ({ start: instant(from, ahead, 0), end: instant(to, ahead, 59), paid }))
}

/** Entries from shifts one after the other; `every` makes each begin so many minutes after the one before. */
export function entriesOf(shifts: readonly Shift[], begin: number, every: number | null): Entry[] {
  let free = begin
  return shifts.map((shift, at) => {
    const { gap, minutes, kind, seconds, ahead, marks } = shift
    const start = every === null ? free + gap : Math.max(free, begin + at * every + Math.min(gap, 40))
    const end = start + minutes
    free = end
    const breaks = breaksOf(shift, start, end)
    const fields = { ...(kind && { kind }), ...(breaks.length > 0 && { breaks }), ...marks }
    const [first, last] = seconds
    return { id: `e${at}`, in: instant(start, ahead, first), out: instant(end, 0, last), ...fields }
  })
}
