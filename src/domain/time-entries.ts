/** The rules of time worked. Instants are UTC `Date`s; nothing here reads a clock. */

/** What somebody can do at a clock. */
export const clockActs = ['in', 'out', 'break_start', 'break_end'] as const
export type ClockAct = (typeof clockActs)[number]

/** How somebody clocked, or how an entry came about. */
export const entryMethods = ['FACE', 'PIN', 'CODE', 'HAND', 'CORRECTION', 'LONGEST_SHIFT'] as const
export type EntryMethod = (typeof entryMethods)[number]

/** Where somebody of a workplace stands today, in the order in which it is shown. */
export const boardStandings = ['IN', 'ON_BREAK', 'OVERDUE', 'GONE', 'OUT'] as const
export type BoardStanding = (typeof boardStandings)[number]

/** A second scan within so long is the same one. */
export const SAME_SCAN_MS = 2 * 60_000
/** So long somebody may take back at the kiosk what they have just clocked. */
export const TAKE_BACK_MS = 5 * 60_000

/** What was tried by face so long before somebody clocked belongs to what they clocked. */
export const TRIED_BEFORE_MS = 15 * 60_000

const MINUTE = 60_000

/** No entry that somebody writes down is longer, as no shift may be set to be. */
export const LONGEST_ENTRY_MS = 48 * 60 * MINUTE

export interface Pause {
  startedAt: Date
  /** Null while it lasts. */
  endedAt: Date | null
}

export interface Worked {
  startedAt: Date
  /** Null while they are in. */
  endedAt: Date | null
  /** The earliest first. */
  breaks: Pause[]
}

/** Where somebody stands, as far as it decides what they can do. */
export type Standing = 'out' | 'in' | 'on_break'

const openBreak = ({ breaks }: Worked) => breaks.find(({ endedAt }) => endedAt === null) ?? null

export function standingOf(entry: Worked | null): Standing {
  if (!entry || entry.endedAt) return 'out'
  return openBreak(entry) ? 'on_break' : 'in'
}

/** The last moment at which somebody was there for certain: their last scan, or the start or end of a break. */
export function lastSeen({ startedAt, endedAt, breaks }: Worked): Date {
  const moments = [startedAt, endedAt, ...breaks.flatMap((pause) => [pause.startedAt, pause.endedAt])]
  return new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)))
}

const later = (a: Date, b: Date) => (a > b ? a : b)
const within = (since: Date, now: Date, span: number) => now.getTime() - since.getTime() <= span

export type ActEffect<Entry extends Worked = Worked> =
  | { kind: 'changed'; entry: Worked }
  /** Done already, a moment ago or still: nothing changes. */
  | { kind: 'stands'; entry: Entry }
  | { kind: 'not_in' }

/**
 * What an act makes of somebody's last entry (null where there is none). Each is harmless twice: the first time
 * stands. Leaving ends an open break. Where the clocks of two servers differ, nobody leaves before they came, and
 * nobody comes back before they left.
 */
export function act<Entry extends Worked>(last: Entry | null, what: ClockAct, now: Date): ActEffect<Entry> {
  const open = last && last.endedAt === null ? last : null
  if (what === 'in') return comeIn(last, open, now)
  if (!open) {
    // A retry of a clock-out whose answer was lost.
    const justLeft = last?.endedAt && within(last.endedAt, now, SAME_SCAN_MS)
    return what === 'out' && last && justLeft ? { kind: 'stands', entry: last } : { kind: 'not_in' }
  }
  const moment = later(now, lastSeen(open))
  const pause = openBreak(open)
  if (what === 'out') return { kind: 'changed', entry: { ...endBreak(open, moment), endedAt: moment } }
  if (what === 'break_start') {
    if (pause) return { kind: 'stands', entry: open }
    const breaks = [...open.breaks, { startedAt: moment, endedAt: null }]
    return { kind: 'changed', entry: { ...timesOf(open), breaks } }
  }
  return pause ? { kind: 'changed', entry: endBreak(open, moment) } : { kind: 'stands', entry: open }
}

function comeIn<Entry extends Worked>(last: Entry | null, open: Entry | null, now: Date): ActEffect<Entry> {
  if (open) return { kind: 'stands', entry: open }
  const startedAt = last?.endedAt ? later(now, last.endedAt) : now
  return { kind: 'changed', entry: { startedAt, endedAt: null, breaks: [] } }
}

const timesOf = ({ startedAt, endedAt, breaks }: Worked): Worked => ({ startedAt, endedAt, breaks })

function endBreak(entry: Worked, at: Date): Worked {
  const breaks = entry.breaks.map((pause) => (pause.endedAt ? pause : { ...pause, endedAt: at }))
  return { ...timesOf(entry), breaks }
}

/** What was clocked last. */
export function lastAct({ startedAt, endedAt, breaks }: Worked): { what: ClockAct; at: Date } {
  if (endedAt) return { what: 'out', at: endedAt }
  const pause = breaks.at(-1)
  if (!pause) return { what: 'in', at: startedAt }
  return pause.endedAt
    ? { what: 'break_end', at: pause.endedAt }
    : { what: 'break_start', at: pause.startedAt }
}

export type TakenBack =
  /** The whole entry goes: they never came. */
  { kind: 'removed' } | { kind: 'changed'; entry: Worked } | { kind: 'too_late' }

/** Takes back what was clocked last, within five minutes: of a break that the clock-out ended, both. */
export function takeBack(entry: Worked, now: Date): TakenBack {
  const { what, at } = lastAct(entry)
  if (!within(at, now, TAKE_BACK_MS)) return { kind: 'too_late' }
  const reopened = entry.breaks.map((pause, index) =>
    index === entry.breaks.length - 1 && pause.endedAt?.getTime() === at.getTime()
      ? { ...pause, endedAt: null }
      : pause,
  )
  if (what === 'in') return { kind: 'removed' }
  if (what === 'out') return { kind: 'changed', entry: { ...entry, endedAt: null, breaks: reopened } }
  const breaks = what === 'break_end' ? reopened : entry.breaks.slice(0, -1)
  return { kind: 'changed', entry: { ...entry, breaks } }
}

/**
 * What becomes of an entry that nobody ended: after the longest shift it ends by itself, and what came after they were
 * last seen is in question. Null while the longest shift lasts.
 */
export function forgottenOut(
  entry: Worked,
  longestMinutes: number,
  now: Date,
): { entry: Worked; undisputedUntil: Date } | null {
  const latest = new Date(entry.startedAt.getTime() + longestMinutes * MINUTE)
  if (entry.endedAt || now < latest) return null
  const endedAt = later(latest, lastSeen(entry))
  return { entry: { ...endBreak(entry, endedAt), endedAt }, undisputedUntil: lastSeen(entry) }
}

/** Why times that somebody wrote down cannot be those of an entry; null where they can. */
export function timesProblem({ startedAt, endedAt, breaks }: Worked, now: Date): TimesProblem | null {
  if (endedAt && endedAt <= startedAt) return 'end_before_start'
  if (endedAt && endedAt.getTime() - startedAt.getTime() > LONGEST_ENTRY_MS) return 'too_long'
  if (startedAt > now || (endedAt && endedAt > now)) return 'in_future'
  let from = startedAt
  for (const pause of breaks) {
    if (pause.startedAt < from || (pause.endedAt && pause.endedAt <= pause.startedAt)) return 'break_outside'
    if (endedAt && (pause.endedAt === null || pause.endedAt > endedAt)) return 'break_outside'
    from = pause.endedAt ?? now
  }
  return null
}
export type TimesProblem = 'end_before_start' | 'too_long' | 'in_future' | 'break_outside'
