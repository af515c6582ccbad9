import { draftsFor } from './calculate'
import { dayName, dayNumber, instantOfMinute } from './calendar'
import { minutesByDay } from './day-rounding'
import { type Fraction, fraction, halfUp, sum, times, toDecimal } from './fraction'
import { type Draft, wholeOf } from './lines'
import { averageOf, creditable, regularPayOf, type Week } from './priced'
import type { PayLine } from './result'
import type { PayInput } from './schema'
import type { Stretch } from './stretches'

/** From one instant on, so many minutes. */
export interface Times {
  readonly from: string
  readonly minutes: number
}

/** How a line came about, from its sum down to the punches. */
export interface Explanation {
  /** The sum that was rounded once: of this line and of those that share it. */
  readonly sum: {
    readonly minutes: number
    /** Minor units before rounding, to four digits. */
    readonly exact: string
    readonly amount: number
  }
  /** When the line’s minutes were. */
  readonly times: readonly Times[]
  /** The entries that touch, their outer punches, and what rounding made of those; null for what belongs to no entry. */
  readonly stretch: {
    readonly entries: readonly string[]
    readonly punched: readonly [string, string]
    readonly counted: readonly [string, string]
  } | null
  /** The minutes worked on the line’s day, and those that count, where rounding of days made others of them. */
  readonly day: { readonly worked: number; readonly counted: number } | null
  /** The week’s average an hour, and the pay and minutes that it comes from, for what it adds to overtime. */
  readonly average: { readonly pay: string; readonly minutes: number; readonly hourly: string } | null
  /** The week’s premiums that are credited, and what its overtime adds: the smaller of the two is taken off. */
  readonly credit: { readonly premiums: string; readonly overtime: string } | null
}

/** Explains lines that `calculatePay` gave for the same input; null where that gives no such line. */
export function explainLines(input: PayInput, lines: readonly PayLine[]): (Explanation | null)[] {
  const drafted = draftsFor(input)
  const known = { ...drafted, counted: minutesByDay(drafted.work.worked), told: new Set<Draft>() }
  return lines.map((line) => explained(line, known))
}

interface Known extends ReturnType<typeof draftsFor> {
  /** The minutes of each day that count. */
  counted: ReadonlyMap<number, number>
  /** The first draft of each line that is explained already. */
  told: Set<Draft>
}

/** Drafts of a line: of those that differ by their week alone, the first not yet told of that has its minutes. */
function ownOf(line: PayLine, alike: readonly Draft[], told: Set<Draft>): readonly Draft[] {
  const own = alike.filter(
    ({ entry, day }) => (entry?.id ?? null) === line.entry && dayName(day) === line.day,
  )
  const byWeek = [...new Set(own.map(({ week }) => week))].map((one) =>
    own.filter(({ week }) => week === one),
  )
  const left = byWeek.filter(([first]) => first && !told.has(first))
  return left.find((drafts) => minutesOf(drafts) === line.minutes) ?? byWeek[0] ?? []
}

const minutesOf = (drafts: readonly Draft[]) => drafts.reduce((all, draft) => all + draft.minutes, 0)

function explained(line: PayLine, known: Known): Explanation | null {
  const { work, weeks, drafts } = known
  const alike = drafts.filter((draft) => sameReason(draft, line))
  const own = ownOf(line, alike, known.told)
  const [first] = own
  if (!first) return null
  known.told.add(first)
  const shared = alike.filter(({ week }) => week === first.week)
  const stretch = work.stretches.find(({ entries }) => entries.some(({ id }) => id === line.entry))
  const week = weeks.find((one) => one.week === first.week)
  return {
    ...{ sum: sumOf(shared), times: timesOf(own), stretch: stretch ? punchesOf(stretch) : null },
    day: line.entry === null ? null : dayOf(line, known),
    average: week && line.kind === 'premium' && line.name === 'weighted' ? averageIn(week) : null,
    credit: week && line.kind === 'adjustment' && line.name === 'credit' ? creditIn(week) : null,
  }
}

function dayOf({ day: name }: PayLine, { work, counted }: Known): Explanation['day'] {
  const day = dayNumber(name)
  const [worked, now] = [work.unrounded.get(day) ?? 0, counted.get(day) ?? 0]
  return worked === now ? null : { worked, counted: now }
}

function averageIn(week: Week): Explanation['average'] {
  const { pay, minutes } = regularPayOf(week)
  return { pay: inWriting(pay), minutes, hourly: inWriting(averageOf(week)) }
}

function creditIn(week: Week): Explanation['credit'] {
  const { credited, added } = creditable(week)
  return { premiums: inWriting(credited), overtime: inWriting(added) }
}

const sameReason = ({ kind, name, rate, factor }: Draft, line: PayLine) =>
  kind === line.kind && name === line.name && rate === line.rate && factor === line.factor

function sumOf(drafts: readonly Draft[]): Explanation['sum'] {
  const exact = sum(drafts.map((draft) => draft.exact))
  const minutes = minutesOf(drafts)
  return { minutes, exact: inWriting(exact), amount: wholeOf(halfUp(exact)) }
}

const inWriting = (exact: Fraction) => toDecimal(fraction(halfUp(times(exact, fraction(10_000))), 10_000))

function timesOf(drafts: readonly Draft[]): Times[] {
  const parts: { start: number; minutes: number }[] = []
  for (const { start, minutes } of drafts) {
    const before = parts.at(-1)
    if (start === null) continue
    if (before && before.start + before.minutes === start) before.minutes += minutes
    else parts.push({ start, minutes })
  }
  return parts.map(({ start, minutes }) => ({ from: instantOfMinute(start), minutes }))
}

const punchesOf = ({ entries, start, end, from, to }: Stretch) => ({
  entries: entries.map(({ id }) => id),
  punched: [instantOfMinute(start), instantOfMinute(end)] as const,
  counted: [instantOfMinute(from), instantOfMinute(to)] as const,
})
