import { describe, expect, it } from 'vitest'
import { type BoardStudent, belongs, countStandings, groupStudents, headcount } from '@/domain/board'
import { movementDuring } from '@/domain/session-members'

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`)
const open = { state: 'OPEN' as const, openedAt: at('10:00'), closedAt: null }
const closed = { state: 'CLOSED' as const, openedAt: at('10:00'), closedAt: at('11:00') }

describe('what a session shows of joining and leaving', () => {
  it.each([
    ['was in the class when it opened', open, '09:00', null, [null, null]],
    ['joined in the moment it opened', open, '10:00', null, [null, null]],
    ['joined while it is open', open, '10:12', null, ['10:12', null]],
    ['left while it is open', open, '09:00', '10:40', [null, '10:40']],
    ['left in the moment it opened', open, '09:00', '10:00', [null, '10:00']],
    ['joined and left', open, '10:12', '10:40', ['10:12', '10:40']],
    ['left before it opened', open, '08:00', '09:00', [null, null]],
    ['joined in the moment it ended', closed, '11:00', null, ['11:00', null]],
    ['joined after the end', closed, '11:01', null, [null, null]],
    ['left after the end', closed, '09:00', '11:01', [null, null]],
  ] as const)('of somebody who %s', (_who, session, joined, left, [joinedAt, leftAt]) => {
    const entry = { joinedAt: at(joined), leftAt: left && at(left) }
    expect(movementDuring(session, entry)).toEqual({
      joinedAt: joinedAt && at(joinedAt),
      leftAt: leftAt && at(leftAt),
    })
  })

  it('is nothing before it opens', () => {
    const planned = { state: 'SCHEDULED' as const, openedAt: null, closedAt: null }
    const nothing = { joinedAt: null, leftAt: null }
    expect(movementDuring(planned, { joinedAt: at('09:00'), leftAt: at('09:30') })).toEqual(nothing)
  })
})

describe('who counts', () => {
  const record = (status: 'PRESENT' | 'ABSENT') => ({
    status,
    method: 'HAND' as const,
    clockedInAt: null,
    clockedOutAt: null,
    note: null,
  })
  const student = (id: string, changes: Partial<BoardStudent> = {}): BoardStudent => ({
    ...{ id, name: id, enrolled: true, record: null, joinedAt: null, leftAt: null },
    ...changes,
  })
  const going = { state: 'OPEN' as const }
  const students = [
    student('waits'),
    student('came and left', { record: record('PRESENT'), leftAt: at('10:40') }),
    student('left', { leftAt: at('10:40') }),
    student('away', { record: record('ABSENT') }),
  ]

  it('is everybody but whoever left the class before anything was recorded', () => {
    expect(students.filter(belongs).map(({ id }) => id)).toEqual(['waits', 'came and left', 'away'])
    const counts = countStandings(students, going)
    expect(counts).toEqual({ PRESENT: 1, LATE: 0, LEFT: 0, ABSENT: 1, EXCUSED: 0, WAITING: 1 })
    expect(headcount(counts)).toEqual({ here: 1, total: 3 })
  })

  it('is the same for several who stand alike, told as one', () => {
    const groups = [
      { record: null, leftAt: null, people: 2 },
      { record: { status: 'LATE' as const, clockedOutAt: null }, leftAt: null, people: 3 },
    ]
    expect(headcount(countStandings(groups, going))).toEqual({ here: 3, total: 5 })
  })

  it('stands on the board in its group; whoever left without a record comes last', () => {
    expect(
      groupStudents(students, going).map(({ key, students }) => [key, students.map(({ id }) => id)]),
    ).toEqual([
      ['waiting', ['waits']],
      ['here', ['came and left']],
      ['away', ['away']],
      ['gone', ['left']],
    ])
  })
})
