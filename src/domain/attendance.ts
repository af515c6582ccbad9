import { type LastChange, mayUndo } from './undo'

/** The rules of a class's attendance. Instants are UTC `Date`s; nothing here reads a clock. */

export const attendanceStatuses = ['PRESENT', 'LATE', 'ABSENT', 'EXCUSED'] as const
export type AttendanceStatus = (typeof attendanceStatuses)[number]

/** How a record came about: by face, by the session's code, from a group photo, by the teacher's hand, or by the end of the session. */
export const attendanceMethods = ['FACE', 'CODE', 'GROUP_PHOTO', 'HAND', 'SESSION_END'] as const
export type AttendanceMethod = (typeof attendanceMethods)[number]

/** What somebody may clock in with by themselves. */
export type ClockMethod = Extract<AttendanceMethod, 'FACE' | 'CODE'>

export interface AttendanceRecord {
  status: AttendanceStatus
  method: AttendanceMethod
  clockedInAt: Date | null
  clockedOutAt: Date | null
  note: string | null
}

export interface SessionTimes {
  /** What the teacher planned; null when the session was simply started. */
  plannedStart: Date | null
  /** When it was opened by the server's clock. */
  openedAt: Date
  lateAfterMinutes: number
}

const MINUTE = 60_000

/** The instant from which lateness counts: the planned start, or the opening where none was planned. */
export function sessionStart(session: Pick<SessionTimes, 'plannedStart' | 'openedAt'>): Date {
  return session.plannedStart ?? session.openedAt
}

/** The last moment that still counts as on time: the start and the minutes of grace after it. */
export function lastOnTime(session: SessionTimes): Date {
  return new Date(sessionStart(session).getTime() + session.lateAfterMinutes * MINUTE)
}

/**
 * Present up to and including the last moment of grace (start + late rule), late after it.
 * With a late rule of 10 minutes and a start at 9:00:00.000, 9:10:00.000 is present and 9:10:00.001 is late.
 */
export function statusAtClockIn(session: SessionTimes, now: Date): 'PRESENT' | 'LATE' {
  return now <= lastOnTime(session) ? 'PRESENT' : 'LATE'
}

export type ClockInEffect =
  | { kind: 'already'; clockedInAt: Date }
  | { kind: 'changed'; returned: boolean; record: AttendanceRecord }

/**
 * What a clock-in makes of the record there is.
 * Twice is harmless: the first time stands. After a clock-out it takes the clock-out back. A status that the
 * teacher gave by hand stands, except "absent", which the person has just disproved.
 */
export function clockIn(
  record: AttendanceRecord | null,
  session: SessionTimes,
  now: Date,
  method: ClockMethod = 'FACE',
): ClockInEffect {
  if (record?.clockedInAt && record.status !== 'ABSENT') {
    if (!record.clockedOutAt) return { kind: 'already', clockedInAt: record.clockedInAt }
    return { kind: 'changed', returned: true, record: { ...record, clockedOutAt: null } }
  }
  const keepsTeachersStatus = record?.method === 'HAND' && record.status !== 'ABSENT'
  return {
    kind: 'changed',
    returned: false,
    record: {
      status: keepsTeachersStatus ? record.status : statusAtClockIn(session, now),
      method,
      clockedInAt: now,
      clockedOutAt: null,
      note: record?.note ?? null,
    },
  }
}

export type ClockOutEffect =
  | { kind: 'not_clocked_in' }
  | { kind: 'already'; clockedOutAt: Date }
  | { kind: 'changed'; record: AttendanceRecord }

/**
 * What a clock-out makes of the record there is. Twice is harmless: the first time stands. Where the clocks of
 * two servers differ, nobody leaves before they came.
 */
export function clockOut(record: AttendanceRecord | null, now: Date): ClockOutEffect {
  if (!record?.clockedInAt || record.status === 'ABSENT') return { kind: 'not_clocked_in' }
  if (record.clockedOutAt) return { kind: 'already', clockedOutAt: record.clockedOutAt }
  const clockedOutAt = now < record.clockedInAt ? record.clockedInAt : now
  return { kind: 'changed', record: { ...record, clockedOutAt } }
}

export interface HandMark {
  status: AttendanceStatus
  note: string | null
  /** Whether they have left by now; left out, it stays as it is. */
  left?: boolean | undefined
}

const attended = (status: AttendanceStatus) => status === 'PRESENT' || status === 'LATE'

/**
 * What a mark by hand makes of the record there is. Being marked present or late while the session runs
 * counts as clocking in now, unless a time stands already; whoever is absent or excused has no times.
 */
export function markByHand(
  record: AttendanceRecord | null,
  mark: HandMark,
  session: { open: boolean },
  now: Date,
): AttendanceRecord {
  const here = attended(mark.status)
  const clockedInAt = here ? (record?.clockedInAt ?? (session.open ? now : null)) : null
  const leaves = mark.left ?? (record?.clockedOutAt ?? null) !== null
  return {
    status: mark.status,
    method: 'HAND',
    clockedInAt,
    clockedOutAt: clockedInAt && leaves ? leftAt(clockedInAt, record?.clockedOutAt ?? now) : null,
    note: mark.note,
  }
}

/** Nobody leaves before they came. */
const leftAt = (came: Date, left: Date) => (left < came ? came : left)

/** The last change of a record, as far as taking it back goes. */
export interface LastRecordChange extends LastChange {
  method: AttendanceMethod
  /** It took another one back. */
  undoes: boolean
}

/** Whether somebody may still undo it: their own mark by hand, made just now. What was undone does not come back. */
export function canUndo(last: LastRecordChange | null, actorId: string, now: Date): boolean {
  return last?.method === 'HAND' && !last.undoes && mayUndo(last, actorId, now)
}

/** When a session could be attended; `closedAt` is null while it still can. */
export type SessionSpan = SessionTimes & { closedAt: Date | null }

export interface SeenInPhoto {
  /** When the photo came in, by the server's clock. */
  takenAt: Date
  /** From a group photo, or by hand where nothing made from the person's face may be kept. */
  method: Extract<AttendanceMethod, 'GROUP_PHOTO' | 'HAND'>
  /** The teacher ticked somebody who is excused. */
  evenIfExcused: boolean
}

export type PhotoEffect =
  | { kind: 'stays'; why: 'here' | 'excused' }
  | { kind: 'changed'; record: AttendanceRecord }

/**
 * What a confirmed face in a group photo makes of the record there is. Whoever is present or late already stays as
 * they are. "Absent" is disproved by the photo; "excused" stands unless the teacher ticked the person themselves.
 * Photos that came in while the session ran count as clocking in at that time; later ones correct the record to
 * present without a time.
 */
export function seenInPhoto(
  record: AttendanceRecord | null,
  session: SessionSpan,
  { takenAt, method, evenIfExcused }: SeenInPhoto,
): PhotoEffect {
  if (record?.status === 'PRESENT' || record?.status === 'LATE') return { kind: 'stays', why: 'here' }
  if (record?.status === 'EXCUSED' && !evenIfExcused) return { kind: 'stays', why: 'excused' }
  const inTime = session.closedAt === null || takenAt < session.closedAt
  const clockedInAt = inTime ? takenAt : null
  return {
    kind: 'changed',
    record: {
      status: inTime ? statusAtClockIn(session, takenAt) : 'PRESENT',
      method,
      clockedInAt,
      clockedOutAt: null,
      note: record?.note ?? null,
    },
  }
}

/** Whether two records say the same, so that a change need not be written. */
export function sameRecord(a: AttendanceRecord | null, b: AttendanceRecord): boolean {
  return (
    a !== null &&
    a.status === b.status &&
    a.note === b.note &&
    a.clockedInAt?.getTime() === b.clockedInAt?.getTime() &&
    a.clockedOutAt?.getTime() === b.clockedOutAt?.getTime()
  )
}

export interface AttendanceTotals {
  present: number
  late: number
  absent: number
  excused: number
  /** Share of sessions attended (present or late) among those that count; null when none counts. */
  rate: number | null
}

/** Totals from the number of records by status. Excused sessions count neither for nor against the rate. */
export function attendanceTotals(counts: Partial<Record<AttendanceStatus, number>>): AttendanceTotals {
  const { PRESENT: present = 0, LATE: late = 0, ABSENT: absent = 0, EXCUSED: excused = 0 } = counts
  const came = present + late
  const counted = came + absent
  return { present, late, absent, excused, rate: counted === 0 ? null : came / counted }
}
