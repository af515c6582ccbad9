import { draftsFor } from './calculate'
import { dayName, instantOfMinute } from './calendar'
import { type Fraction, fraction, halfUp, sum, times, toDecimal } from './fraction'
import { type Draft, wholeOf } from './lines'
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
}

/** Explains a line that `calculatePay` gave for the same input; null where that gives no such line. */
export function explainLine(input: PayInput, line: PayLine): Explanation | null {
  const { work, drafts } = draftsFor(input)
  const alike = drafts.filter((draft) => sameReason(draft, line))
  const own = alike.filter(
    ({ entry, day }) => (entry?.id ?? null) === line.entry && dayName(day) === line.day,
  )
  const [first] = own
  if (!first) return null
  const shared = alike.filter(({ week }) => week === first.week)
  const stretch = work.stretches.find(({ entries }) => entries.some(({ id }) => id === line.entry))
  return { sum: sumOf(shared), times: timesOf(own), stretch: stretch ? punchesOf(stretch) : null }
}

const sameReason = ({ kind, name, rate, factor }: Draft, line: PayLine) =>
  kind === line.kind && name === line.name && rate === line.rate && factor === line.factor

function sumOf(drafts: readonly Draft[]): Explanation['sum'] {
  const exact = sum(drafts.map((draft) => draft.exact))
  const minutes = drafts.reduce((all, draft) => all + draft.minutes, 0)
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
