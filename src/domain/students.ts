import { type AttendanceRecord, type AttendanceTotals, attendanceTotals, sessionStart } from './attendance'
import { dayOf } from './time'
import { dayAfter, weekOf } from './weeks'

/** About one student, by all who run the class. */
export const MAX_NOTES = 500

/** Somebody's record in a session that counts. */
export interface StudentRecord extends Pick<AttendanceRecord, 'status' | 'clockedInAt'> {
  plannedStart: Date | null
  openedAt: Date
}

const MINUTE = 60_000

/** Whole minutes after the start of the session at which somebody late came; null where no time stands. */
function minutesLate(record: StudentRecord): number | null {
  if (record.status !== 'LATE' || !record.clockedInAt) return null
  const behind = record.clockedInAt.getTime() - sessionStart(record).getTime()
  return Math.max(0, Math.floor(behind / MINUTE))
}

interface Lateness {
  /** After the start, added up. */
  minutes: number
  /** How many of those who were late came at a known time: what an average is of. */
  timed: number
}

/** How late somebody was, over all. */
export function latenessOf(records: readonly StudentRecord[]): Lateness {
  const late = records.flatMap((record) => minutesLate(record) ?? [])
  return { minutes: late.reduce((sum, minutes) => sum + minutes, 0), timed: late.length }
}

type Statused = Pick<AttendanceRecord, 'status'>

/** How many of each kind, and the rate. */
export function totalsOf(records: readonly Statused[]): AttendanceTotals {
  const many = (status: AttendanceRecord['status']) => records.filter((one) => one.status === status).length
  return attendanceTotals({
    ...{ PRESENT: many('PRESENT'), LATE: many('LATE') },
    ...{ ABSENT: many('ABSENT'), EXCUSED: many('EXCUSED') },
  })
}

/** So many weeks show whether somebody comes as they used to. */
export const STUDENT_WEEKS = 12

interface StudentWeek extends Omit<AttendanceTotals, 'rate'> {
  /** Calendar days of the class, both included. */
  from: string
  to: string
}

interface Weeks {
  /** This day in the class. */
  today: string
  timeZone: string
}

/** The last weeks, the present one last, each with the records of its sessions. */
export function studentWeeks(records: readonly StudentRecord[], { today, timeZone }: Weeks): StudentWeek[] {
  const days = records.map((record) => ({ record, day: dayOf(sessionStart(record), timeZone) }))
  const [thisWeek = today] = weekOf(today, 'MONDAY')
  return Array.from({ length: STUDENT_WEEKS }, (_, index) => {
    const from = dayAfter(thisWeek, (index - STUDENT_WEEKS + 1) * 7)
    const to = dayAfter(from, 6)
    const own = days.filter(({ day }) => day >= from && day <= to).map(({ record }) => record)
    const { rate: _rate, ...counts } = totalsOf(own)
    return { from, to, ...counts }
  })
}
