import {
  type AttendanceRecord,
  type AttendanceStatus,
  type AttendanceTotals,
  attendanceTotals,
} from './attendance'
import type { BoardRecord, LiveEventPayload } from './live-schema'
import type { Movement } from './session-members'
import type { SessionState } from './sessions'

/** The rules of the live board: how events change it, in which order it stands, what it counts. */

export interface BoardStudent extends Movement {
  id: string
  name: string
  enrolled: boolean
  record: AttendanceRecord | null
}

export interface Board {
  students: readonly BoardStudent[]
  /** Every event up to this one is in `students` already; a decimal number of any size. */
  lastEventId: string
}

export interface BoardEvent {
  id: string
  payload: LiveEventPayload
}

/** Where a student stands: `WAITING` is no record yet, `LEFT` came and clocked out while the session goes on. */
export type Standing = AttendanceStatus | 'LEFT' | 'WAITING'

/** A session as far as standing in it goes. */
export interface Going {
  state: SessionState
}

/** Whether somebody came and is not here any more. */
export function hasLeft({
  status,
  clockedOutAt,
}: Pick<AttendanceRecord, 'status' | 'clockedOutAt'>): boolean {
  return isHere(status) && clockedOutAt !== null
}

/** What somebody's record says of them, whether the session goes on or not. */
export function recordedAs({ record }: Pick<Counted, 'record'>): Standing {
  if (!record) return 'WAITING'
  return hasLeft(record) ? 'LEFT' : record.status
}

/** Where a student stands by their record. Once a session has ended, everybody who came was there. */
export function standingOf({ record }: Pick<Counted, 'record'>, { state }: Going): Standing {
  return state === 'OPEN' ? recordedAs({ record }) : (record?.status ?? 'WAITING')
}

/** Whether nobody without a record is absent in a session: it is open, or was not taken. */
export function knowsNotYet({ state, notTaken }: Going & { notTaken: boolean }): boolean {
  return state === 'OPEN' || notTaken
}

/** Somebody in a session as far as counting goes, or several who stand alike. */
export interface Counted {
  record: Pick<AttendanceRecord, 'status' | 'clockedOutAt'> | null
  /** When they left the class while it was open. */
  leftAt: Date | null
  /** How many; one where it is left out. */
  people?: number
}

/** Whether somebody whom a session shows counts in it: not whoever left the class before anything was recorded. */
export function belongs({ record, leftAt }: Counted): boolean {
  return record !== null || leftAt === null
}

/** A record as it came over the wire, with its instants as `Date`s. */
export function recordOf(record: BoardRecord): AttendanceRecord {
  return {
    ...record,
    clockedInAt: record.clockedInAt === null ? null : new Date(record.clockedInAt),
    clockedOutAt: record.clockedOutAt === null ? null : new Date(record.clockedOutAt),
  }
}

/** Whether the first event id comes after the second; ids are decimal numbers of any size. */
export function isAfter(id: string, other: string): boolean {
  return BigInt(id) > BigInt(other)
}

/** What an event made of a student, kept as long as both: nothing of them has to be drawn again for the next event. */
const laid = new WeakMap<BoardRecord, { on: object; student: object }>()

function withRecord<Student extends BoardStudent>(on: Student, told: BoardRecord): Student {
  const known = laid.get(told)
  if (known?.on === on) return known.student as Student
  const student = { ...on, record: recordOf(told) }
  laid.set(told, { on, student })
  return student
}

/**
 * The board with these events in it, in the order of their ids. An event the board has already counts once,
 * and one about a student whom the board does not show changes nothing: the roster's own event brings them.
 * Events carry whole records, so the last one of a student is all that counts.
 */
export function withEvents<B extends Board>(board: B, events: readonly BoardEvent[]): B {
  const news = events
    .filter((event) => isAfter(event.id, board.lastEventId))
    .sort((a, b) => (isAfter(a.id, b.id) ? 1 : -1))
  const records = new Map<string, BoardRecord | null>()
  for (const { payload } of news) {
    if (payload.type === 'attendance.changed') records.set(payload.studentId, payload.record)
  }
  const last = news.at(-1)
  if (!last) return board
  return {
    ...board,
    lastEventId: last.id,
    students: board.students.map((student) => {
      const record = records.get(student.id)
      if (record === undefined) return student
      return record ? withRecord(student, record) : { ...student, record: null }
    }),
  }
}

/** Whether an event can only be shown by reading the board anew. */
export function needsReading(board: Board, event: BoardEvent): boolean {
  const { payload } = event
  if (payload.type !== 'attendance.changed') return true
  return !board.students.some((student) => student.id === payload.studentId)
}

export type StandingCounts = Record<Standing, number>

/** How many of those who belong to a session stand where. Everything that counts a session counts by this. */
export function countStandings(people: readonly Counted[], session: Going): StandingCounts {
  const counts: StandingCounts = { PRESENT: 0, LATE: 0, LEFT: 0, ABSENT: 0, EXCUSED: 0, WAITING: 0 }
  for (const person of people) if (belongs(person)) counts[standingOf(person, session)] += person.people ?? 1
  return counts
}

/** What the records of a session add up to, whoever has left it; nothing where it was not taken. */
export function sessionTotals(people: readonly Counted[], session: { notTaken: boolean }): AttendanceTotals {
  if (session.notTaken) return attendanceTotals({})
  const { PRESENT, LATE, ABSENT, EXCUSED } = countStandings(people, { state: 'CLOSED' })
  return attendanceTotals({ PRESENT, LATE, ABSENT, EXCUSED })
}

/** How many are here, of how many in all; once it has ended, how many were. */
export function headcount(counts: StandingCounts): { here: number; total: number } {
  const here = counts.PRESENT + counts.LATE
  return { here, total: here + counts.LEFT + counts.ABSENT + counts.EXCUSED + counts.WAITING }
}

/** Whether a student of this standing is here. */
export function isHere(standing: Standing): boolean {
  return standing === 'PRESENT' || standing === 'LATE'
}

// The one order that is right in all three languages: what Spanish has besides, the ñ as a letter, the others lack.
const byName = new Intl.Collator('es', { numeric: true })

/** Order of a list of people: by name as people read it, then by id, so that it is the same every time. */
export function compareNames(a: { id: string; name: string }, b: { id: string; name: string }): number {
  return byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)
}

/** Latest arrival first; those without a time, such as marked after the end, come last by name. */
function compareArrivals(a: BoardStudent, b: BoardStudent): number {
  const [first, second] = [a, b].map(({ record }) => record?.clockedInAt?.getTime() ?? 0)
  return (second ?? 0) - (first ?? 0) || compareNames(a, b)
}

export interface BoardGroup<Student extends BoardStudent = BoardStudent> {
  key: 'waiting' | 'here' | 'left' | 'away' | 'gone'
  students: Student[]
}

/**
 * The board in the order a teacher asks: who is missing, by name; who is here, latest first; who has left again; who is
 * settled; and who left the class before anything was recorded.
 */
export function groupStudents<Student extends BoardStudent>(
  students: readonly Student[],
  session: Going,
): BoardGroup<Student>[] {
  const where = (accepts: (standing: Standing) => boolean) =>
    students.filter((student) => belongs(student) && accepts(standingOf(student, session)))
  const groups: BoardGroup<Student>[] = [
    { key: 'waiting', students: where((standing) => standing === 'WAITING').sort(compareNames) },
    { key: 'here', students: where(isHere).sort(compareArrivals) },
    { key: 'left', students: where((standing) => standing === 'LEFT').sort(compareNames) },
    {
      key: 'away',
      students: where((standing) => standing === 'ABSENT' || standing === 'EXCUSED').sort(compareNames),
    },
    { key: 'gone', students: students.filter((student) => !belongs(student)).sort(compareNames) },
  ]
  return groups.filter((group) => group.students.length > 0)
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** The students whose name has every word that was typed, whatever its accents and capitals. */
export function findStudents<S extends { name: string }>(students: readonly S[], typed: string): S[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  return students.filter(({ name }) => words.every((word) => plain(name).includes(word)))
}
