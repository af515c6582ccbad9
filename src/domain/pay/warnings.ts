import { type Clock, dayAt, dayName } from './calendar'
import { momentOf } from './days'
import type { Entry } from './entries'
import { lastOf } from './overtime'
import type { PayWarning, WarningCode } from './result'
import { inForce, type RuleSet } from './rules'
import type { Stretch } from './stretches'
import type { Work } from './work'

interface Found {
  readonly code: WarningCode
  readonly entry: Entry | null
  readonly day: number
  readonly beyond: number
}

/** A warning with how many minutes lie beyond what the rules allow. */
export interface PayNotice extends PayWarning {
  readonly beyond: number
}

/** What somebody should look at, for the days of the period. */
export function noticesOf(work: Work): PayNotice[] {
  const { from, to } = work.period
  return [...ofEntries(work), ...ofBreaks(work), ...ofRest(work), ...ofLengths(work)]
    .filter(({ day }) => day >= from && day <= to)
    .sort(inOrder)
    .map(({ code, entry, day, beyond }) => ({ code, entry: entry?.id ?? null, day: dayName(day), beyond }))
}

function inOrder(a: Found, b: Found): number {
  const startOf = ({ entry }: Found) => entry?.start ?? Number.MAX_SAFE_INTEGER
  const text = ({ code, entry }: Found) => `${code} ${entry?.id}`
  return a.day - b.day || startOf(a) - startOf(b) || (text(a) < text(b) ? -1 : 1)
}

/** The day of an entry's first minute; that of its stretch where a stretch has one day. */
function dayOfEntry(entry: Entry, { stretches, versions, clock }: Work): number {
  const stretch = stretches.find(({ entries }) => entries.some(({ at }) => at === entry.at))
  const rules = stretch?.rules ?? (inForce(versions, dayAt(entry.start, 0, clock)) as RuleSet)
  const first = Math.max(entry.start, stretch?.from ?? entry.start)
  const moment = stretch && rules.shiftDay !== 'split' ? momentOf(stretch, clock) : first
  return dayAt(moment, rules.dayStart, clock)
}

const dayOfStretch = (stretch: Stretch, clock: Clock) =>
  dayAt(momentOf(stretch, clock), stretch.rules.dayStart, clock)

function ofEntries(work: Work): Found[] {
  return work.entries.flatMap((entry) => {
    const codes: WarningCode[] = []
    if (entry.end === null) codes.push('entry_open')
    if (entry.flagged) codes.push('entry_flagged')
    return codes.map((code) => ({ code, entry, day: dayOfEntry(entry, work), beyond: 0 }))
  })
}

function ofBreaks(work: Work): Found[] {
  return [...work.withoutBreak].map(([stretch, beyond]) => ({
    code: 'break_missing',
    entry: stretch.entries[0] ?? null,
    day: dayOfStretch(stretch, work.clock),
    beyond,
  }))
}

/** Rest from the last punch of a day with work to the first of the next one: Directive 2003/88/EC, art. 3; ArbZG § 5. */
function ofRest(work: Work): Found[] {
  const found: Found[] = []
  let [day, out] = [Number.NaN, Number.NEGATIVE_INFINITY]
  for (const stretch of work.stretches) {
    const next = stretch.began !== day
    if (next && stretch.start - out < stretch.rules.restMinutes) {
      found.push({
        code: 'rest_short',
        entry: stretch.entries[0] ?? null,
        day: dayOfStretch(stretch, work.clock),
        beyond: stretch.rules.restMinutes - (stretch.start - out),
      })
    }
    day = stretch.began
    out = stretch.end
  }
  return found
}

function ofLengths({ worked, versions }: Work): Found[] {
  const days = new Map<number, number>()
  const weeks = new Map<number, number>()
  for (const { day, week, minutes } of worked) {
    days.set(day, (days.get(day) ?? 0) + minutes)
    weeks.set(lastOf(week), (weeks.get(lastOf(week)) ?? 0) + minutes)
  }
  const over = (code: WarningCode, all: Map<number, number>, limit: 'dayMinutes' | 'weekMinutes') =>
    [...all]
      .map(([day, minutes]) => ({ day, beyond: minutes - (inForce(versions, day) as RuleSet)[limit] }))
      .filter(({ beyond }) => beyond > 0)
      .map((found) => ({ code, entry: null, ...found }))
  return [...over('day_long', days, 'dayMinutes'), ...over('week_long', weeks, 'weekMinutes')]
}
