import { describe, expect, test } from 'vitest'
import type { AttendanceRecord } from '@/domain/attendance'
import {
  chosenFaces,
  facesInPhoto,
  groupFaces,
  outcomeOf,
  type Picks,
  type ReviewFace,
  type ReviewStudent,
  withEarlier,
  withoutPick,
  withPick,
} from '@/domain/roll-call-review'

const takenAt = new Date('2026-03-02T09:05:00Z')
const session = {
  plannedStart: null,
  openedAt: new Date('2026-03-02T09:00:00Z'),
  closedAt: null,
  lateAfterMinutes: 10,
}

const face = (id: string, changes: Partial<ReviewFace> = {}): ReviewFace => ({
  id,
  band: 'UNKNOWN',
  photo: 1,
  studentId: null,
  others: [],
  ...changes,
})
const record = (status: AttendanceRecord['status']): AttendanceRecord => ({
  status,
  method: 'HAND',
  clockedInAt: null,
  clockedOutAt: null,
  note: null,
})
const student = (id: string, status?: AttendanceRecord['status']): ReviewStudent => ({
  id,
  name: id,
  record: status ? record(status) : null,
  consented: true,
})

const review = {
  faces: [
    face('anna 1', { band: 'SURE', studentId: 'anna' }),
    face('anna 2', { band: 'LIKELY', studentId: 'anna', photo: 2 }),
    face('berta 1', { band: 'LIKELY', studentId: 'berta', others: ['clara'] }),
    face('dora 1', { band: 'SURE', studentId: 'dora' }),
    face('emil 1', { band: 'SURE', studentId: 'emil' }),
    face('stranger'),
  ],
  students: [
    student('anna'),
    student('berta'),
    student('clara'),
    student('dora', 'PRESENT'),
    student('emil', 'EXCUSED'),
    student('finn', 'ABSENT'),
  ],
  session,
  takenAt,
}
const chosen = (picks: Picks = {}) => Object.fromEntries(chosenFaces(review, picks))

describe('a review', () => {
  test('shows a student of several photos once, in their best band', () => {
    const { sure, likely, unknown, notSeen } = groupFaces(review, {})
    expect(sure.map(({ student, faces }) => [student.id, faces.map(({ id }) => id)])).toEqual([
      ['anna', ['anna 1', 'anna 2']],
      ['dora', ['dora 1']],
      ['emil', ['emil 1']],
    ])
    expect(likely.map(({ student, others }) => [student.id, others.map(({ id }) => id)])).toEqual([
      ['berta', ['clara']],
    ])
    expect(unknown.map(({ id }) => id)).toEqual(['stranger'])
    expect(notSeen.map(({ id }) => id)).toEqual(['clara', 'finn'])
  })

  test('ticks whoever is sure, but not who is here already or excused', () => {
    expect(chosen()).toEqual({ anna: 'anna 1' })
  })

  test('keeps what the teacher unticked, accepted and named', () => {
    const picks = withPick(withPick({ anna: null }, 'berta', 'berta 1'), 'finn', 'stranger')
    expect(chosen(picks)).toEqual({ berta: 'berta 1', finn: 'stranger' })
    expect(groupFaces(review, picks).notSeen.map(({ id }) => id)).toEqual(['clara'])
    expect(chosen(withoutPick(picks, 'anna'))).toMatchObject({ anna: 'anna 1' })
  })

  test('gives a face to one student only', () => {
    const picks = withPick(withPick({}, 'berta', 'berta 1'), 'clara', 'berta 1')
    expect(chosen(picks)).toEqual({ anna: 'anna 1', clara: 'berta 1' })
    expect(chosen(withPick({}, 'clara', 'anna 1'))).toEqual({ clara: 'anna 1' })
  })

  test('forgets a pick whose face is gone', () => {
    expect(chosen({ berta: 'erased' })).toEqual({ anna: 'anna 1' })
  })

  test('says what confirming will do', () => {
    const picks = withPick({}, 'emil', 'emil 1')
    expect(outcomeOf(review, picks)).toEqual({
      marks: [
        { faceId: 'anna 1', studentId: 'anna', evenIfExcused: false },
        { faceId: 'emil 1', studentId: 'emil', evenIfExcused: true },
      ],
      present: 2,
      late: 0,
      here: 1,
    })
    const late = { ...review, takenAt: new Date('2026-03-02T09:30:00Z') }
    expect(outcomeOf(late, picks)).toMatchObject({ present: 0, late: 2 })
  })
})

describe('what is taken back', () => {
  const earlier: Picks = { anna: 'anna 2', berta: 'berta 1', dora: null }

  test('brings back what was said of these students, and of no others', () => {
    expect(withEarlier({ emil: 'emil 1' }, earlier, ['anna', 'dora'])).toEqual({
      anna: 'anna 2',
      dora: null,
      emil: 'emil 1',
    })
  })

  test('leaves alone what has been said since, and takes no face away from anybody', () => {
    expect(withEarlier({ anna: null, finn: 'berta 1' }, earlier, ['anna', 'berta'])).toEqual({
      anna: null,
      finn: 'berta 1',
    })
  })
})

describe('a photo says of each face', () => {
  const named = (picks: Picks, photo = 1, of = review) =>
    facesInPhoto(of, picks, photo).map(({ face: { id }, as, student }) => [id, as, student?.name ?? null])

  test('who is ticked, who is offered, and that nobody is known', () => {
    expect(named({})).toEqual(
      expect.arrayContaining([
        ['anna 1', 'ticked', 'anna'],
        ['berta 1', 'offered', 'berta'],
      ]),
    )
    expect(named({}, 2)).toEqual([['anna 2', 'ticked', 'anna']])
    expect(named({ anna: null })).toEqual(expect.arrayContaining([['anna 1', 'offered', 'anna']]))
    expect(named({ berta: 'berta 1' })).toEqual(expect.arrayContaining([['berta 1', 'ticked', 'berta']]))
  })

  test('no name of somebody who did not consent, though it was named by hand', () => {
    const students = review.students.map((one) => (one.id === 'berta' ? { ...one, consented: false } : one))
    const of = { ...review, students }
    expect(named({}, 1, of)).toEqual(expect.arrayContaining([['berta 1', 'unknown', null]]))
    expect(named({ berta: 'berta 1' }, 1, of)).toEqual(expect.arrayContaining([['berta 1', 'byHand', null]]))
  })
})
