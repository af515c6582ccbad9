import { describe, expect, test } from 'vitest'
import { type AttendanceRecord, type AttendanceStatus, seenInPhoto } from '@/domain/attendance'

const at = (time: string) => new Date(`2026-03-02T${time}Z`)
const open = { plannedStart: null, openedAt: at('09:00:00'), lateAfterMinutes: 10, closedAt: null }
const ended = { ...open, closedAt: at('10:00:00') }
const seen = (time: string) => ({
  takenAt: at(time),
  method: 'GROUP_PHOTO' as const,
  evenIfExcused: false,
})

function record(status: AttendanceStatus, changes: Partial<AttendanceRecord> = {}): AttendanceRecord {
  return { status, method: 'HAND', clockedInAt: null, clockedOutAt: null, note: null, ...changes }
}

describe('a face in a group photo', () => {
  test.each([
    ['at the last moment of grace is present', '09:10:00', 'PRESENT'],
    ['a second later is late', '09:10:01', 'LATE'],
  ])('taken in an open session %s, at the time the photo came in', (_title, time, status) => {
    expect(seenInPhoto(null, open, seen(time))).toEqual({
      kind: 'changed',
      record: { ...record('PRESENT'), status, method: 'GROUP_PHOTO', clockedInAt: at(time) },
    })
  })

  test('that came in before the end counts by its time, though it is confirmed after it', () => {
    expect(seenInPhoto(record('ABSENT', { method: 'SESSION_END' }), ended, seen('09:59:59'))).toMatchObject({
      record: { status: 'LATE', clockedInAt: at('09:59:59') },
    })
  })

  test('that came in after the end corrects "absent" to "present" and claims no time', () => {
    expect(seenInPhoto(record('ABSENT', { note: 'Asked' }), ended, seen('10:00:00'))).toEqual({
      kind: 'changed',
      record: record('PRESENT', { method: 'GROUP_PHOTO', note: 'Asked' }),
    })
  })

  test.each([
    ['clocked in by face', record('PRESENT', { method: 'FACE', clockedInAt: at('09:01:00') })],
    ['came late', record('LATE', { clockedInAt: at('09:20:00') })],
    ['left again', record('PRESENT', { clockedInAt: at('09:01:00'), clockedOutAt: at('09:30:00') })],
    ['was marked present without a time', record('PRESENT')],
  ])('of somebody who %s changes nothing', (_title, before) => {
    expect(seenInPhoto(before, open, seen('09:40:00'))).toEqual({ kind: 'stays', why: 'here' })
  })

  test('of somebody excused changes nothing unless the teacher ticks them', () => {
    const excused = record('EXCUSED', { note: 'Dentist' })
    expect(seenInPhoto(excused, open, seen('09:05:00'))).toEqual({ kind: 'stays', why: 'excused' })
    const ticked = { ...seen('09:05:00'), evenIfExcused: true }
    expect(seenInPhoto(excused, open, ticked)).toMatchObject({
      record: { status: 'PRESENT', note: 'Dentist' },
    })
  })

  test('of somebody whose face may not be used marks them by hand', () => {
    const hand = { ...seen('09:05:00'), method: 'HAND' as const }
    expect(seenInPhoto(null, open, hand)).toMatchObject({ record: { status: 'PRESENT', method: 'HAND' } })
  })
})
