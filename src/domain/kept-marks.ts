import type { AttendanceRecord, AttendanceStatus } from './attendance'
import { recordedAs, type Standing } from './board'

/** Marks by hand that were made without a network: kept on the device and sent, in their order, once there is one. */

/** What a mark makes of a record; null takes it back. */
export interface WantedMark {
  status: AttendanceStatus
  left?: boolean | undefined
  note?: string | undefined
}

export interface KeptMark {
  /** Its own, so that one that takes its place while it is sent is told from it. */
  id: string
  sessionId: string
  studentId: string
  name: string
  wanted: WantedMark | null
  /** What stood when the first of the marks that this one replaces was made: if something else stands later, it is asked about. */
  seen: Standing
  /** Why it was not taken, so that it waits for a decision rather than for the network; null before it was sent. */
  refused: string | null
}

const isOf = (one: KeptMark, other: Pick<KeptMark, 'sessionId' | 'studentId'>) =>
  one.sessionId === other.sessionId && one.studentId === other.studentId

/** Keeps a mark as the last in line. It takes the place of one of the same student, whose beginning it is compared with. */
export function keepMark(kept: readonly KeptMark[], mark: KeptMark): KeptMark[] {
  const earlier = kept.find((one) => isOf(one, mark))
  const others = kept.filter((one) => !isOf(one, mark))
  return [...others, { ...mark, seen: earlier?.seen ?? mark.seen }]
}

/** Without it; nothing else changes its place. */
export const dropMark = (kept: readonly KeptMark[], { id }: Pick<KeptMark, 'id'>): KeptMark[] =>
  kept.filter((one) => one.id !== id)

/**
 * Without marks that are undone. What they had taken the place of waits again, as the last in line, unless it was sent
 * meanwhile: then they began from there.
 */
export const withoutMarks = (
  kept: readonly KeptMark[],
  { marks, replaced }: { marks: readonly KeptMark[]; replaced: readonly KeptMark[] },
): KeptMark[] =>
  marks.reduce<KeptMark[]>(
    (left, mark) => {
      const now = left.find(({ id }) => id === mark.id)
      const before = replaced.find((one) => isOf(one, mark))
      const rest = dropMark(left, mark)
      return now && before && now.seen === before.seen ? [...rest, before] : rest
    },
    [...kept],
  )

/** It stands at the server now: what has taken its place meanwhile begins from there. */
export function markSent(kept: readonly KeptMark[], sent: KeptMark): KeptMark[] {
  const seen = standingWanted(sent.wanted)
  return dropMark(kept, sent).map((one) => (isOf(one, sent) ? { ...one, seen } : one))
}

/** It was not taken, and waits for its teacher instead of the network. */
export const markRefused = (
  kept: readonly KeptMark[],
  { id }: Pick<KeptMark, 'id'>,
  refused: string,
): KeptMark[] => kept.map((one) => (one.id === id ? { ...one, refused } : one))

/** Where a student stands by a mark. */
export function standingWanted(wanted: WantedMark | null): Standing {
  if (!wanted) return 'WAITING'
  return wanted.left ? 'LEFT' : wanted.status
}

/** The next that waits for the network. */
export const nextToSend = (kept: readonly KeptMark[]): KeptMark | undefined =>
  kept.find(({ refused }) => refused === null)

/**
 * Which of these may stand at the server by now: what is kept no more, and while something is sent the first in line. What
 * has taken the place of one says by itself what is to be.
 */
export const perhapsSent = (
  kept: readonly KeptMark[],
  { marks, sending }: { marks: readonly KeptMark[]; sending: boolean },
): KeptMark[] =>
  marks.filter((mark) => {
    const now = kept.find((one) => isOf(one, mark))
    return !now || (sending && now.id === mark.id && nextToSend(kept) === now)
  })

type RecordedStatus = Pick<AttendanceRecord, 'status' | 'clockedOutAt'>

interface Recorded {
  id: string
  record: RecordedStatus | null
}

/** Whether the student's record says what the mark wanted. */
export const standsAs = ({ studentId, wanted }: KeptMark, students: readonly Recorded[]): boolean =>
  students.some(({ id, record }) => id === studentId && (record?.status ?? null) === (wanted?.status ?? null))

/** What is kept before it is sent, from what a student's record says now. */
export function keptOf(
  of: Pick<KeptMark, 'id' | 'sessionId' | 'studentId' | 'name' | 'wanted'>,
  record: RecordedStatus | null,
): KeptMark {
  return { ...of, seen: recordedAs({ record }), refused: null }
}

/** A record as it will be once the mark was taken; its times are the server's to tell. */
function recordWith({ wanted }: KeptMark, before: AttendanceRecord | null): AttendanceRecord | null {
  if (!wanted) return null
  const times = { clockedInAt: before?.clockedInAt ?? null, clockedOutAt: before?.clockedOutAt ?? null }
  return { method: 'HAND', ...times, note: wanted.note ?? before?.note ?? null, status: wanted.status }
}

/** Students as they stand with the marks of a session that are on their way. */
export function withKeptMarks<Student extends { id: string; record: AttendanceRecord | null }>(
  students: readonly Student[],
  kept: readonly KeptMark[],
): Student[] {
  const of = new Map(kept.map((mark) => [mark.studentId, mark]))
  return students.map((student) => {
    const mark = of.get(student.id)
    return mark && mark.refused === null ? { ...student, record: recordWith(mark, student.record) } : student
  })
}
