import { calendarDay, dayNumber, minuteOf, ofDay, timeOfDay } from './clock'
import type { Entry, Input, RuleSet } from './shape'

type Closed = Entry & { start: number; end: number }
type Piece = { start: number; end: number; paid: boolean }

/** One minute of somebody's presence. */
export type Present = {
  at: number
  local: number
  entry: Closed
  state: 'paid' | 'unpaid' | 'deducted'
}

export type Stretch = {
  entries: Closed[]
  set: RuleSet
  rawStart: number
  rawEnd: number
  start: number
  end: number
  minutes: Present[]
  breakMissing: boolean
}

const nothing: RuleSet = { from: '0001-01-01' }

export const rulesOn = (input: Input, day: number) =>
  (input.rules ?? [])
    .filter(({ from }) => dayNumber(from) <= day)
    .sort((a, b) => dayNumber(a.from) - dayNumber(b.from))
    .at(-1) ?? nothing

function chains(entries: readonly Entry[]): Closed[][] {
  const closed = entries
    .flatMap((entry) =>
      entry.out === undefined
        ? []
        : [{ ...entry, start: minuteOf(entry.in), end: minuteOf(entry.out) } satisfies Closed],
    )
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1))
  const all: Closed[][] = []
  for (const entry of closed) {
    const last = all.at(-1)
    if (last && last.at(-1)?.end === entry.start) last.push(entry)
    else all.push([entry])
  }
  return all
}

function rounded(set: RuleSet, local: number, end: 'in' | 'out'): number {
  if (set.rounding?.of !== 'punch') return 0
  const { minutes, mode } = set.rounding
  const past = timeOfDay(local) % minutes
  const down = -past
  const up = past === 0 ? 0 : minutes - past
  if (mode === 'down') return down
  if (mode === 'up') return up
  if (mode === 'employee') return end === 'in' ? down : up
  return past * 2 >= minutes ? up : down
}

function breaksTaken(entries: readonly Closed[], set: RuleSet): Piece[] {
  const pieces: Piece[] = []
  const taken = entries
    .flatMap(({ breaks }) => breaks ?? [])
    .map(({ start, end, paid }) => ({ start: minuteOf(start), end: minuteOf(end), paid }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
  for (const one of taken) {
    const last = pieces.at(-1)
    if (last && last.end === one.start && last.paid === one.paid) last.end = one.end
    else pieces.push({ ...one })
  }
  const paidUpTo = Math.max(0, ...(set.breaks ?? []).map((rule) => rule.paidUpTo ?? 0))
  return pieces.map((piece) => ({ ...piece, paid: piece.paid || piece.end - piece.start <= paidUpTo }))
}

const lengthOf = (pieces: readonly Piece[]) => pieces.reduce((all, { start, end }) => all + end - start, 0)

function deduct(stretch: Stretch, pieces: readonly Piece[]) {
  const unpaid = pieces.filter(({ paid }) => !paid)
  const length = stretch.rawEnd - stretch.rawStart - lengthOf(unpaid)
  const due = (stretch.set.breaks ?? []).filter(({ afterMinutes }) => length > afterMinutes)
  const counting = (all: readonly Piece[], least = 0) =>
    lengthOf(all.filter(({ start, end }) => end - start >= least))
  const amid = pieces.filter(({ start, end }) => stretch.rawStart < start && end < stretch.rawEnd)
  stretch.breakMissing = due.some(({ minutes, minPiece }) => counting(amid, minPiece) < minutes)
  if (stretch.entries.some(({ noBreakDeduction }) => noBreakDeduction)) return
  const missing = due
    .filter(({ paid }) => !paid)
    .map((rule) => rule.minutes - counting(unpaid, rule.minPiece))
  let left = Math.max(0, ...missing)
  for (const minute of stretch.minutes.toReversed()) {
    if (left > 0 && minute.state === 'paid') {
      minute.state = 'deducted'
      left--
    }
  }
}

/** Every stretch of entries that touch, minute by minute, breaks taken and deducted. */
export function stretchesOf(input: Input, clock: (minute: number) => number): Stretch[] {
  let free = Number.NEGATIVE_INFINITY
  return chains(input.entries).map((entries) => {
    const first = entries[0] as Closed
    const last = entries.at(-1) as Closed
    const set = rulesOn(input, calendarDay(clock(first.start)))
    const start = Math.max(free, first.start + rounded(set, clock(first.start), 'in'))
    const end = Math.max(start, last.end + rounded(set, clock(last.end), 'out'))
    free = end
    const stretch: Stretch = {
      entries,
      set,
      rawStart: first.start,
      rawEnd: last.end,
      start,
      end,
      minutes: [],
      breakMissing: false,
    }
    const pieces = breaksTaken(entries, set)
    for (let at = start; at < end; at++) {
      const within = entries.find((entry) => entry.start <= at && at < entry.end)
      const entry = within ?? (at < first.start ? first : last)
      const off = pieces.some((piece) => !piece.paid && piece.start <= at && at < piece.end)
      stretch.minutes.push({ at, local: clock(at), entry, state: off ? 'unpaid' : 'paid' })
    }
    deduct(stretch, pieces)
    return stretch
  })
}

type DayOf = (minute: Pick<Present, 'local'>) => number

/** The minute that decides the day of a whole stretch; none where each has its own. */
function deciding({ minutes, set }: Stretch, dayOf: DayOf): Present | undefined {
  if (set.shiftDay === 'start') return minutes[0]
  if (set.shiftDay === 'end') return minutes.at(-1)
  if (set.shiftDay !== 'most') return undefined
  const days = minutes.map(dayOf)
  const count = (day: number) => days.filter((one) => one === day).length
  const most = [...new Set(days)].sort((a, b) => count(b) - count(a) || a - b)[0]
  return minutes.find((minute) => dayOf(minute) === most)
}

/** The work day of each minute, and the day by which its week is found. */
export function daysOf(stretch: Stretch): { day: DayOf; weekDay: DayOf } {
  const dayStart = ofDay(stretch.set.dayStart ?? '00:00')
  const weekStart = stretch.set.weekStart ? ofDay(stretch.set.weekStart) : dayStart
  const day: DayOf = ({ local }) => calendarDay(local - dayStart)
  const weekDay: DayOf = ({ local }) => calendarDay(local - weekStart)
  const decides = deciding(stretch, day)
  return decides ? { day: () => day(decides), weekDay: () => weekDay(decides) } : { day, weekDay }
}
