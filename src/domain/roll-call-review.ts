import { type AttendanceRecord, type SessionSpan, seenInPhoto } from './attendance'
import type { RollCallMark } from './roll-calls-schema'

/** What a teacher sees of a roll call that has been read, and what they have decided on it so far. */

export interface ReviewFace {
  id: string
  band: 'SURE' | 'LIKELY' | 'UNKNOWN'
  /** Number of the photo, from 1. */
  photo: number
  studentId: string | null
  /** Others who come into question, best first. */
  others: readonly string[]
}

export interface ReviewStudent {
  id: string
  name: string
  record: AttendanceRecord | null
  /** They consented to be found in photos: without that nothing of their face is kept. */
  consented: boolean
}

export interface ReviewInput<F extends ReviewFace = ReviewFace, S extends ReviewStudent = ReviewStudent> {
  faces: readonly F[]
  students: readonly S[]
  session: SessionSpan
  takenAt: Date
}

/** The face that a student is marked from; null: explicitly from none. Who is not in it is as the bands say. */
export type Picks = Readonly<Record<string, string | null>>

export interface SeenPerson<F extends ReviewFace = ReviewFace, S extends ReviewStudent = ReviewStudent> {
  student: S
  /** One a photo, best band first. */
  faces: F[]
  /** Whom else the faces may show. */
  others: S[]
}

export interface ReviewGroups<F extends ReviewFace = ReviewFace, S extends ReviewStudent = ReviewStudent> {
  sure: SeenPerson<F, S>[]
  likely: SeenPerson<F, S>[]
  unknown: F[]
  /** Nobody's face was taken for them, and the teacher named none for them. */
  notSeen: S[]
}

const isHere = ({ record }: ReviewStudent) => record?.status === 'PRESENT' || record?.status === 'LATE'

/** Faces by whom they show; a student in several photos is one entry. In the order of the students. */
export function groupFaces<F extends ReviewFace, S extends ReviewStudent>(
  { faces, students }: Pick<ReviewInput<F, S>, 'faces' | 'students'>,
  picks: Picks,
): ReviewGroups<F, S> {
  const byId = new Map(students.map((student) => [student.id, student]))
  const groups: ReviewGroups<F, S> = {
    sure: [],
    likely: [],
    unknown: faces.filter(({ studentId }) => studentId === null),
    notSeen: [],
  }
  for (const student of students) {
    const own = faces.filter(({ studentId }) => studentId === student.id)
    if (own.length === 0) {
      const named = faces.some(({ id }) => picks[student.id] === id)
      if (!named) groups.notSeen.push(student)
      continue
    }
    const isSure = (face: F) => face.band === 'SURE'
    const ordered = [...own.filter(isSure), ...own.filter((face) => !isSure(face))]
    const others = [...new Set(own.flatMap((face) => face.others))].flatMap((id) => byId.get(id) ?? [])
    groups[own.some(isSure) ? 'sure' : 'likely'].push({ student, faces: ordered, others })
  }
  return groups
}

/**
 * Who is marked from which face as things stand: everybody in band sure unless unticked, here already or excused, and
 * whomever the teacher accepted or named. A pick whose face is gone does not count.
 */
export function chosenFaces(review: ReviewInput, picks: Picks): Map<string, string> {
  const { sure } = groupFaces(review, picks)
  const preselected = new Map(sure.map(({ student, faces }) => [student.id, faces[0]?.id]))
  const there = new Set(review.faces.map(({ id }) => id))
  const chosen = new Map<string, string>()
  const taken = new Set(Object.values(picks))
  for (const student of review.students) {
    if (isHere(student)) continue
    const pick = picks[student.id]
    if (pick !== undefined) {
      if (pick !== null && there.has(pick)) chosen.set(student.id, pick)
      continue
    }
    const faceId = preselected.get(student.id)
    if (faceId && student.record?.status !== 'EXCUSED' && !taken.has(faceId)) chosen.set(student.id, faceId)
  }
  return chosen
}

/** The picks after a student is marked from this face, which no other student is then. */
export function withPick(picks: Picks, studentId: string, faceId: string): Picks {
  const others = Object.entries(picks).map(([id, face]) => [id, face === faceId ? null : face])
  return { ...Object.fromEntries(others), [studentId]: faceId }
}

/** The picks without a word about this student: they are as the bands say. */
export function withoutPick(picks: Picks, studentId: string): Picks {
  return Object.fromEntries(Object.entries(picks).filter(([id]) => id !== studentId))
}

/** The picks with what was said earlier about these students, but for whom something newer has been said since. */
export function withEarlier(picks: Picks, earlier: Picks, studentIds: readonly string[]): Picks {
  const taken = new Set(Object.values(picks))
  const back = Object.entries(earlier).filter(
    ([id, face]) => studentIds.includes(id) && picks[id] === undefined && (face === null || !taken.has(face)),
  )
  return { ...picks, ...Object.fromEntries(back) }
}

export interface ReviewOutcome {
  marks: RollCallMark[]
  present: number
  late: number
  /** Students in the photos who are here already. */
  here: number
}

/** What confirming would do. */
export function outcomeOf(review: ReviewInput, picks: Picks): ReviewOutcome {
  const { session, takenAt, students, faces } = review
  const chosen = chosenFaces(review, picks)
  const outcome: ReviewOutcome = { marks: [], present: 0, late: 0, here: 0 }
  for (const student of students) {
    if (isHere(student)) {
      if (faces.some(({ studentId }) => studentId === student.id)) outcome.here += 1
      continue
    }
    const faceId = chosen.get(student.id)
    if (!faceId) continue
    const evenIfExcused = student.record?.status === 'EXCUSED'
    outcome.marks.push({ faceId, studentId: student.id, evenIfExcused })
    const method = student.consented ? 'GROUP_PHOTO' : 'HAND'
    const effect = seenInPhoto(student.record, session, { takenAt, method, evenIfExcused })
    if (effect.kind === 'changed') outcome[effect.record.status === 'LATE' ? 'late' : 'present'] += 1
  }
  return outcome
}

/** How a face in a photo is named: marked from it, offered, by hand without its name, or by nobody. */
export type NamedAs = 'ticked' | 'offered' | 'byHand' | 'unknown'

export interface FaceInPhoto<F extends ReviewFace = ReviewFace, S extends ReviewStudent = ReviewStudent> {
  face: F
  as: NamedAs
  /** Whose name stands there: nobody's who did not consent to being found. */
  student: S | null
}

/** The faces of one photo, with their names as things stand. */
export function facesInPhoto<F extends ReviewFace, S extends ReviewStudent>(
  review: ReviewInput<F, S>,
  picks: Picks,
  photo: number,
): FaceInPhoto<F, S>[] {
  const chosen = chosenFaces(review, picks)
  const students = new Map(review.students.map((student) => [student.id, student]))
  const markedFrom = new Map([...chosen].map(([studentId, faceId]) => [faceId, studentId]))
  return review.faces
    .filter((face) => face.photo === photo)
    .map((face) => {
      const marked = students.get(markedFrom.get(face.id) ?? '')
      if (marked && !marked.consented) return { face, as: 'byHand', student: null }
      if (marked) return { face, as: 'ticked', student: marked }
      const student = students.get(face.studentId ?? '')
      if (!student?.consented) return { face, as: 'unknown', student: null }
      return { face, as: chosen.has(student.id) || isHere(student) ? 'ticked' : 'offered', student }
    })
}
