import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AttendanceRecord,
  attendanceStatuses,
  attendanceTotals,
  canUndo,
  clockIn,
  clockOut,
  markByHand,
  statusAtClockIn,
} from '@/domain/attendance'

const at = (time: string) => new Date(`2026-03-02T${time}Z`)
const session = { plannedStart: null, openedAt: at('09:00:00.000'), lateAfterMinutes: 10 }
const record = (changes: Partial<AttendanceRecord> = {}): AttendanceRecord => ({
  status: 'PRESENT',
  method: 'FACE',
  clockedInAt: at('09:01:00.000'),
  clockedOutAt: null,
  note: null,
  ...changes,
})

describe('late', () => {
  test.each([
    ['the moment the session opens is present', '09:00:00.000', 'PRESENT'],
    ['the last moment of the tenth minute is present', '09:10:00.000', 'PRESENT'],
    ['a millisecond after the tenth minute is late', '09:10:00.001', 'LATE'],
    ['an hour after the start is late', '10:00:00.000', 'LATE'],
  ])('%s', (_title, now, status) => {
    expect(statusAtClockIn(session, at(now))).toBe(status)
  })

  test('counts from the planned start, even when the teacher opens early', () => {
    const planned = { ...session, plannedStart: at('09:30:00.000') }
    expect(statusAtClockIn(planned, at('09:40:00.000'))).toBe('PRESENT')
    expect(statusAtClockIn(planned, at('09:40:00.001'))).toBe('LATE')
  })

  test('counts from the planned start when the teacher opens late', () => {
    const planned = { ...session, plannedStart: at('08:30:00.000') }
    expect(statusAtClockIn(planned, at('09:00:00.000'))).toBe('LATE')
  })

  test('with no grace, only the start itself is on time', () => {
    const strict = { ...session, lateAfterMinutes: 0 }
    expect(statusAtClockIn(strict, at('09:00:00.000'))).toBe('PRESENT')
    expect(statusAtClockIn(strict, at('09:00:00.001'))).toBe('LATE')
  })
})

describe('clocking in', () => {
  test('makes a record by face at the server time', () => {
    expect(clockIn(null, session, at('09:11:00.000'))).toEqual({
      kind: 'changed',
      returned: false,
      record: record({ status: 'LATE', clockedInAt: at('09:11:00.000') }),
    })
  })

  test('twice keeps the first time', () => {
    const effect = clockIn(record(), session, at('09:20:00.000'))
    expect(effect).toEqual({ kind: 'already', clockedInAt: at('09:01:00.000') })
  })

  test('after a clock-out takes the clock-out back and keeps the first time', () => {
    const effect = clockIn(record({ clockedOutAt: at('09:30:00.000') }), session, at('09:40:00.000'))
    expect(effect).toEqual({ kind: 'changed', returned: true, record: record() })
  })

  test('disproves "absent" by hand', () => {
    const marked = record({ status: 'ABSENT', method: 'HAND', clockedInAt: null, note: 'not seen' })
    const effect = clockIn(marked, session, at('09:05:00.000'))
    expect(effect).toMatchObject({ record: { status: 'PRESENT', method: 'FACE', note: 'not seen' } })
  })

  test('keeps "excused" by hand and adds the time', () => {
    const marked = record({ status: 'EXCUSED', method: 'HAND', clockedInAt: null })
    const effect = clockIn(marked, session, at('09:50:00.000'))
    expect(effect).toMatchObject({ record: { status: 'EXCUSED', clockedInAt: at('09:50:00.000') } })
  })
})

describe('clocking out', () => {
  test('without a clock-in is refused', () => {
    expect(clockOut(null, at('10:00:00.000'))).toEqual({ kind: 'not_clocked_in' })
  })

  test('by a server whose clock is behind is not before the clock-in', () => {
    const effect = clockOut(record(), at('09:00:59.000'))
    expect(effect).toMatchObject({ record: { clockedOutAt: at('09:01:00.000') } })
  })

  test('of somebody marked absent is refused', () => {
    const absent = record({ status: 'ABSENT', method: 'HAND', clockedInAt: null })
    expect(clockOut(absent, at('10:00:00.000'))).toEqual({ kind: 'not_clocked_in' })
  })

  test('twice keeps the first time', () => {
    const out = record({ clockedOutAt: at('09:50:00.000') })
    expect(clockOut(out, at('10:00:00.000'))).toEqual({
      kind: 'already',
      clockedOutAt: at('09:50:00.000'),
    })
  })
})

describe('marking by hand', () => {
  const now = at('09:15:00.000')

  test('present in an open session counts as clocking in now', () => {
    const marked = markByHand(null, { status: 'PRESENT', note: null }, { open: true }, now)
    expect(marked).toEqual(record({ method: 'HAND', clockedInAt: now }))
  })

  test('present in a closed session claims no time', () => {
    const marked = markByHand(null, { status: 'PRESENT', note: null }, { open: false }, now)
    expect(marked.clockedInAt).toBeNull()
  })

  test('absent clears the times', () => {
    const marked = markByHand(record(), { status: 'ABSENT', note: 'left' }, { open: true }, now)
    expect(marked).toEqual(record({ status: 'ABSENT', method: 'HAND', clockedInAt: null, note: 'left' }))
  })

  test('excused takes the times out of sight', () => {
    const came = record({ clockedOutAt: at('09:14:00.000') })
    const marked = markByHand(came, { status: 'EXCUSED', note: null }, { open: true }, now)
    expect(marked).toEqual(record({ status: 'EXCUSED', method: 'HAND', clockedInAt: null }))
  })

  test('that somebody left is the time of the mark, and twice keeps the first', () => {
    const mark = { status: 'PRESENT' as const, note: null, left: true }
    const marked = markByHand(record(), mark, { open: true }, now)
    expect(marked).toEqual(record({ method: 'HAND', clockedOutAt: now }))
    expect(markByHand(marked, mark, { open: true }, at('09:30:00.000')).clockedOutAt).toEqual(now)
  })

  test('that somebody is here takes back that they left; a note alone does not', () => {
    const out = record({ clockedOutAt: now })
    const mark = { status: 'PRESENT' as const, note: 'back' }
    expect(markByHand(out, { ...mark, left: false }, { open: true }, now).clockedOutAt).toBeNull()
    expect(markByHand(out, mark, { open: true }, now).clockedOutAt).toEqual(now)
  })

  test('nobody leaves before they came, whose clock ever is behind', () => {
    const mark = { status: 'PRESENT' as const, note: null, left: true }
    const marked = markByHand(record(), mark, { open: true }, at('09:00:30.000'))
    expect(marked.clockedOutAt).toEqual(at('09:01:00.000'))
  })

  test('late for somebody who clocked in keeps the time they came', () => {
    const marked = markByHand(record(), { status: 'LATE', note: null }, { open: true }, now)
    expect(marked.clockedInAt).toEqual(at('09:01:00.000'))
  })
})

describe('undoing a mark', () => {
  const last = { at: at('09:00:00.000'), actorId: 'teacher', method: 'HAND' as const, undoes: false }

  test.each([
    ['what was undone already', { ...last, undoes: true }, '09:00:01.000', false],
    ['one’s own mark, at once', last, '09:00:01.000', true],
    ['one’s own mark, after 10 seconds and the way to the server', last, '09:00:15.000', true],
    ['one’s own mark, too late', last, '09:00:15.001', false],
    ['somebody else’s mark', { ...last, actorId: 'colleague' }, '09:00:01.000', false],
    ['what came about by itself', { ...last, actorId: null }, '09:00:01.000', false],
    ['a clock-in', { ...last, method: 'CODE' as const }, '09:00:01.000', false],
    ['nothing', null, '09:00:01.000', false],
  ])('%s', (_title, change, now, can) => {
    expect(canUndo(change, 'teacher', at(now))).toBe(can)
  })
})

describe('totals', () => {
  test('excused sessions count neither for nor against', () => {
    expect(attendanceTotals({ PRESENT: 6, LATE: 2, ABSENT: 2, EXCUSED: 5 })).toEqual({
      present: 6,
      late: 2,
      absent: 2,
      excused: 5,
      rate: 0.8,
    })
  })

  test('nothing to count has no rate', () => {
    expect(attendanceTotals({ EXCUSED: 3 }).rate).toBeNull()
  })

  test('the parts add up and the rate lies between 0 and 1', () => {
    const counts = fc.record(Object.fromEntries(attendanceStatuses.map((status) => [status, fc.nat(500)])))
    fc.assert(
      fc.property(counts, (given) => {
        const { present, late, absent, excused, rate } = attendanceTotals(given)
        const sum = Object.values(given).reduce((total, count) => total + count, 0)
        expect(present + late + absent + excused).toBe(sum)
        if (rate !== null) expect(rate >= 0 && rate <= 1).toBe(true)
      }),
    )
  })
})
