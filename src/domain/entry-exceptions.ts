import type { Noticed } from './exceptions'

/** Three quarters of the longest shift: whoever is in for longer is still in, or stayed, longer than planned. */
const NEAR_LONGEST = 0.75
/** Whoever is away for longer forgot to end their break, or works a divided shift. */
const LONG_BREAK_MINUTES = 120
/** Whoever left so soon clocked by mistake, or clocked out by one. */
const SHORT_MINUTES = 5

const MINUTE = 60_000

interface Entry {
  id: string
  startedAt: Date
  endedAt: Date | null
  /** It waits for a decision: that is told apart. */
  flagged: boolean
  /** Where their device said that they were, it was outside the sites. */
  outside: boolean
  breaks: readonly { startedAt: Date; endedAt: Date | null }[]
}

interface At {
  now: Date
  longestShiftMinutes: number
  dayOf: (at: Date) => string
}

/** For how many minutes somebody who is in has been overdue; none or fewer while they are not. */
export function minutesOverdue({ startedAt }: Pick<Entry, 'startedAt'>, at: Omit<At, 'dayOf'>): number {
  const minutes = (at.now.getTime() - startedAt.getTime()) / MINUTE
  return minutes - at.longestShiftMinutes * NEAR_LONGEST
}

/** The longest of these breaks in minutes; one that lasts, until now. */
const longestOf = (breaks: Entry['breaks'], now: Date) =>
  Math.max(0, ...breaks.map((one) => ((one.endedAt ?? now).getTime() - one.startedAt.getTime()) / MINUTE))

/** What is out of the ordinary about entries by themselves; every rule of pay and of working time is told apart. */
export function noticedOfEntries(entries: readonly Entry[], at: At): Noticed[] {
  const near = at.longestShiftMinutes * NEAR_LONGEST
  const begins = new Set(entries.map(({ startedAt }) => startedAt.getTime()))
  const ends = new Set(entries.map(({ endedAt }) => endedAt?.getTime()))
  return entries.flatMap(({ id, startedAt, endedAt, flagged, outside, breaks }) => {
    const minutes = ((endedAt ?? at.now).getTime() - startedAt.getTime()) / MINUTE
    const touches = ends.has(startedAt.getTime()) || begins.has(endedAt?.getTime() ?? Number.NaN)
    const found: Array<Pick<Noticed, 'code' | 'beyond'>> = []
    if (outside) found.push({ code: 'outside_site', beyond: 0 })
    const overdue = endedAt ? 0 : minutesOverdue({ startedAt }, at)
    if (overdue > 0) found.push({ code: 'entry_overdue', beyond: overdue })
    const away = longestOf(breaks, endedAt ?? at.now)
    if (!flagged && away > LONG_BREAK_MINUTES)
      found.push({ code: 'break_long', beyond: away - LONG_BREAK_MINUTES })
    if (endedAt && !flagged && minutes > near) found.push({ code: 'entry_long', beyond: minutes - near })
    if (endedAt && !flagged && !touches && minutes < SHORT_MINUTES)
      found.push({ code: 'entry_short', beyond: SHORT_MINUTES - minutes })
    return found.map((one) => ({ ...one, entryId: id, day: at.dayOf(startedAt) }))
  })
}
