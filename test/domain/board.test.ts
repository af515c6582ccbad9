import { describe, expect, it } from 'vitest'
import {
  type Board,
  type BoardEvent,
  compareNames,
  countStandings,
  findStudents,
  groupStudents,
  headcount,
  needsReading,
  sessionTotals,
  withEvents,
} from '@/domain/board'
import type { BoardRecord } from '@/domain/live-schema'

const record = (changes: Partial<BoardRecord> = {}): BoardRecord => ({
  status: 'PRESENT',
  method: 'FACE',
  clockedInAt: '2026-03-02T08:00:00.000Z',
  clockedOutAt: null,
  note: null,
  ...changes,
})

const changed = (id: string, studentId: string, changes: Partial<BoardRecord> = {}): BoardEvent => ({
  id,
  payload: { type: 'attendance.changed', studentId, record: record(changes) },
})

const student = (id: string, name: string) => ({
  id,
  name,
  enrolled: true,
  record: null,
  joinedAt: null,
  leftAt: null,
})

const board: Board = {
  students: [student('a', 'Ada'), student('b', 'Ben'), student('c', 'Çelik')],
  lastEventId: '99',
}

const open = { state: 'OPEN' as const }

const statuses = ({ students }: Board) => students.map((one) => one.record?.status ?? null)

describe('events on the board', () => {
  it('shows a record that an event brings, with its times as instants', () => {
    const after = withEvents(board, [changed('100', 'b')])
    expect(statuses(after)).toEqual([null, 'PRESENT', null])
    expect(after.students[1]?.record?.clockedInAt).toEqual(new Date('2026-03-02T08:00:00Z'))
    expect(after.lastEventId).toBe('100')
  })

  it('knows nothing of somebody any more whose record is taken back', () => {
    const cleared: BoardEvent = {
      id: '101',
      payload: { type: 'attendance.changed', studentId: 'b', record: null },
    }
    expect(statuses(withEvents(board, [changed('100', 'b'), cleared]))).toEqual([null, null, null])
    expect(statuses(withEvents(board, [cleared, changed('102', 'b')]))).toEqual([null, 'PRESENT', null])
  })

  it('counts an event once, however often it comes', () => {
    const events = [changed('100', 'b'), changed('101', 'b', { status: 'EXCUSED' }), changed('100', 'b')]
    const after = withEvents(board, events)
    expect(statuses(after)).toEqual([null, 'EXCUSED', null])
    expect(withEvents(after, events)).toBe(after)
  })

  it('leaves everybody whom the next event is not about as they are, so that nothing of them is drawn again', () => {
    const first = changed('100', 'b')
    const before = withEvents(board, [first])
    const after = withEvents(board, [first, changed('101', 'a')])
    expect(after.students[1]).toBe(before.students[1])
    expect(after.students[2]).toBe(board.students[2])
    expect(after.students[0]).not.toBe(board.students[0])
  })

  it('takes events in the order of their numbers, not of their digits', () => {
    const after = withEvents({ ...board, lastEventId: '8' }, [
      changed('10', 'a', { status: 'LATE' }),
      changed('9', 'a', { status: 'ABSENT' }),
    ])
    expect(statuses(after)).toEqual(['LATE', null, null])
  })

  it('leaves out events that the board was read after', () => {
    expect(withEvents(board, [changed('99', 'a'), changed('7', 'b')])).toBe(board)
  })

  it('lets an event about a stranger pass, and says that the board must be read', () => {
    const event = changed('100', 'z')
    expect(statuses(withEvents(board, [event]))).toEqual([null, null, null])
    expect(needsReading(board, event)).toBe(true)
    expect(needsReading(board, changed('100', 'a'))).toBe(false)
    expect(needsReading(board, { id: '100', payload: { type: 'roster.changed' } })).toBe(true)
  })
})

describe('who has left', () => {
  const at = (time: string) => `2026-03-02T${time}:00.000Z`
  const left = withEvents(board, [
    changed('100', 'a', { clockedOutAt: at('08:30') }),
    changed('101', 'b', { status: 'LATE', clockedOutAt: at('08:40') }),
    changed('102', 'c', { status: 'EXCUSED', clockedOutAt: at('08:40') }),
  ]).students

  it('is not here while the session goes on, and is of those who came', () => {
    const counts = countStandings(left, open)
    expect(counts).toMatchObject({ PRESENT: 0, LATE: 0, LEFT: 2, EXCUSED: 1 })
    expect(headcount(counts)).toEqual({ here: 0, total: 3 })
    expect(groupStudents(left, open).map(({ key, students }) => [key, students.length])).toEqual([
      ['left', 2],
      ['away', 1],
    ])
  })

  it('was there, once the session has ended', () => {
    const counts = countStandings(left, { state: 'CLOSED' })
    expect(counts).toMatchObject({ PRESENT: 1, LATE: 1, LEFT: 0, EXCUSED: 1 })
    expect(headcount(counts)).toEqual({ here: 2, total: 3 })
  })

  it('counts as having come in what the session adds up to, and nobody does in one that was not taken', () => {
    expect(sessionTotals(left, { notTaken: false })).toMatchObject({ present: 1, late: 1, rate: 1 })
    expect(sessionTotals(left, { notTaken: true })).toMatchObject({ present: 0, late: 0, rate: null })
  })
})

describe('the order of the board', () => {
  const full = withEvents(
    { ...board, students: [...board.students, student('d', 'Dora'), student('e', 'Aaron')] },
    [
      changed('100', 'a', { clockedInAt: '2026-03-02T08:00:00.000Z' }),
      changed('101', 'b', { clockedInAt: '2026-03-02T08:05:00.000Z', status: 'LATE' }),
      changed('102', 'd', { clockedInAt: null, status: 'EXCUSED' }),
    ],
  )

  it('puts who is missing first by name, then the latest arrivals, then who is away', () => {
    const groups = groupStudents(full.students, open)
    expect(groups.map(({ key, students }) => [key, students.map(({ name }) => name)])).toEqual([
      ['waiting', ['Aaron', 'Çelik']],
      ['here', ['Ben', 'Ada']],
      ['away', ['Dora']],
    ])
  })

  it('leaves out groups that nobody is in', () => {
    expect(groupStudents(board.students, open).map(({ key }) => key)).toEqual(['waiting'])
    expect(groupStudents([], open)).toEqual([])
  })

  it('counts every student once', () => {
    const none = { ABSENT: 0, LEFT: 0 }
    const counts = { ...none, PRESENT: 1, LATE: 1, EXCUSED: 1, WAITING: 2 }
    expect(countStandings(full.students, open)).toEqual(counts)
  })

  it('finds names by any of their words, without their accents', () => {
    const people = [{ name: 'Çelik Öz' }, { name: 'Ada King Lovelace' }]
    expect(findStudents(people, 'oz celik').map(({ name }) => name)).toEqual(['Çelik Öz'])
    expect(findStudents(people, ' king ').map(({ name }) => name)).toEqual(['Ada King Lovelace'])
    expect(findStudents(people, '')).toHaveLength(2)
  })
})

it('names stand as German, English and Spanish lists have them: accents count last, ñ is a letter after n', () => {
  const names = [
    'Zoë',
    'Ñusta',
    'Osman',
    'Muñoz',
    'José A',
    'Nuria',
    'Östen',
    'Jose Z',
    'Munro',
    'Room 10',
    'Room 9',
  ]
  const people = names.map((name, at) => ({ id: String(at), name }))
  expect(people.sort(compareNames).map(({ name }) => name)).toEqual([
    ...['José A', 'Jose Z', 'Munro', 'Muñoz', 'Nuria', 'Ñusta', 'Osman', 'Östen', 'Room 9', 'Room 10', 'Zoë'],
  ])
})
