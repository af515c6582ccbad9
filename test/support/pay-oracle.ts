import { dayName, dayNumber, wallClock } from './pay-oracle/clock'
import { decimal, type Fraction, fraction, plus, times, written, zero } from './pay-oracle/fraction'
import { type Draft, priced } from './pay-oracle/lines'
import { factorOf, markOvertime } from './pay-oracle/overtime'
import type { Answer, Input, Line } from './pay-oracle/shape'
import { rulesOn, stretchesOf } from './pay-oracle/stretches'
import { warningsOf } from './pay-oracle/warnings'
import { endOfWeek } from './pay-oracle/weeks'
import { hourly, type Minute, minutesOf } from './pay-oracle/worked'

const one = fraction(1)
const anHour = fraction(60)
const perMinute = (hour: Fraction) => ({ n: hour.n, d: hour.d * anHour.n })

type Kind = Line['kind']

function draft(minute: Minute, kind: Kind, name: string | null, rate: number | null, factor: string | null) {
  const exact = rate === null || factor === null ? zero : perMinute(times(fraction(rate), decimal(factor)))
  const { entry, at, day, week } = minute
  const group = `${week} ${kind} ${name} ${rate} ${factor}`
  return { entry: entry.id, day: dayName(day), kind, name, minutes: 1, rate, factor, exact, group, at }
}

function premiumDrafts(minute: Minute): Draft[] {
  return minute.premiums.map((premium) => {
    const factor = premium.amount === undefined ? written(decimal(premium.factor ?? '0')) : '1'
    const rate = premium.amount ?? minute.rate
    return {
      ...draft(minute, 'premium', premium.name, rate, factor),
      exact: perMinute(hourly(premium, minute.rate)),
    }
  })
}

/** Drafts of one minute that are the same line become one. */
function merged(drafts: readonly Draft[]): Draft[] {
  const lines = new Map<string, Draft & { all: number }>()
  for (const each of drafts) {
    const key = `${each.entry} ${each.day} ${each.kind} ${each.name} ${each.rate} ${each.factor} ${each.group}`
    const line = lines.get(key)
    if (line) {
      line.minutes += each.minutes
      line.all++
    } else lines.set(key, { ...each, all: 1 })
  }
  return [...lines.values()].map(({ all, ...line }) => ({
    ...line,
    exact: plus(zero, times(line.exact, fraction(all))),
  }))
}

function extrasOf(input: Input, isIn: (day: number) => boolean): Line[] {
  return (input.extras ?? [])
    .filter(({ day }) => isIn(dayNumber(day)))
    .map(({ day, name, minutes = 0, amount }) => ({
      ...{ entry: null, day, kind: 'extra', name, minutes, rate: null, factor: null, amount },
    }))
}

/** `pay calculate` by single minutes: slow, plain and written apart from the real one, to be compared with it. */
export function oracle(input: Input): Answer {
  const clock = wallClock(input.timeZone)
  const [from, to] = [dayNumber(input.period.from), dayNumber(input.period.to)]
  const isIn = (day: number) => from <= day && day <= to
  const stretches = stretchesOf(input, clock)
  const { paid, off } = minutesOf(input, stretches)
  markOvertime(input, paid)

  const counted = paid.filter(({ day }) => isIn(day))
  const byFactor: Record<string, number> = {}
  const drafts: Draft[] = []
  const weeks = [...new Set(paid.map(({ week }) => week))]
  const weighted = new Set(weeks.filter((week) => rulesOn(input, week + 6).overtime?.base === 'weighted'))
  for (const minute of off.filter(({ day }) => isIn(day)))
    drafts.push(draft(minute, 'break', minute.state, null, null))
  for (const minute of counted) {
    const factor = minute.weekly && !isIn(minute.week + 6) ? undefined : factorOf(minute)
    const name = minute.entry.kind ?? null
    const straight = !factor || weighted.has(minute.week)
    const shown = straight ? one : factor
    drafts.push(draft(minute, factor ? 'overtime' : 'regular', name, minute.rate, written(shown)))
    drafts.push(...premiumDrafts(minute))
    if (factor) byFactor[written(factor)] = (byFactor[written(factor)] ?? 0) + 1
  }
  for (const week of weeks)
    if (isIn(week + 6))
      drafts.push(
        ...endOfWeek(
          input,
          paid.filter((minute) => minute.week === week),
          isIn,
        ),
      )

  const lines = [...priced(merged(drafts)), ...extrasOf(input, isIn)]
  const overtimeMinutes = Object.values(byFactor).reduce((all, minutes) => all + minutes, 0)
  return {
    lines,
    totals: {
      paidMinutes: counted.length,
      regularMinutes: counted.length - overtimeMinutes,
      overtimeMinutes,
      byFactor,
      gross: lines.reduce((all, { amount }) => all + amount, 0),
    },
    warnings: warningsOf(input, clock, stretches, paid),
  }
}
