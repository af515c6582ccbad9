import { outcomes, refusal } from '@test/support/errors'
import { openLesson } from '@test/support/open-lesson'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'

const world = testWorld()
const HOUR = 60
const SECOND = 1 / 60
const lesson = (names?: string[]) => openLesson(world, names)

describe('a mark that is cleared', () => {
  test('leaves nothing but its history, which goes on when the student is marked again', async () => {
    const { api, of, records } = await lesson()
    await api.attendance.mark({ ...of(0), status: 'LATE', note: 'bus' })
    await api.attendance.clear(of(0))
    await api.attendance.clear(of(0))
    expect(await records()).toEqual([null, null])
    await api.attendance.mark({ ...of(0), status: 'ABSENT' })
    const { changes } = await api.attendance.recordHistory(of(0))
    expect(changes.map((one) => [one.oldStatus, one.newStatus, one.oldNote, one.newNote])).toEqual([
      [null, 'ABSENT', null, null],
      ['LATE', null, 'bus', null],
      [null, 'LATE', null, 'bus'],
    ])
  })

  test('is told to boards as no record', async () => {
    const { api, of, sessionId } = await lesson()
    await api.attendance.mark({ ...of(0), status: 'PRESENT' })
    await api.attendance.clear(of(0))
    const told = await world.db.event.findMany({
      where: { topics: { has: `session:${sessionId}` }, type: 'attendance.changed' },
      orderBy: { id: 'asc' },
    })
    expect(told.map(({ payload }) => (payload as { record: unknown }).record === null)).toEqual([false, true])
  })

  test('is refused once the session has ended, where nobody is without a record', async () => {
    const { api, of, sessionId } = await lesson()
    await api.attendance.mark({ ...of(0), status: 'LATE' })
    await api.sessions.close({ sessionId })
    expect(await refusal(api.attendance.clear(of(0)))).toBe('attendance.clear_after_end')
  })

  test('of a class that one does not lead does not exist', async () => {
    const { api, of } = await lesson()
    await api.attendance.mark({ ...of(0), status: 'LATE' })
    const other = world.api(await world.user(['TEACHER']))
    expect(await refusal(other.attendance.clear(of(0)))).toBe('request.not_found')
    expect(await refusal(other.attendance.undo(of(0)))).toBe('request.not_found')
  })

  test('and one that is made at the same moment leave one of the two, and a history of both', async () => {
    const { api, of, record } = await lesson()
    await api.attendance.mark({ ...of(0), status: 'PRESENT' })
    await Promise.all([api.attendance.clear(of(0)), api.attendance.mark({ ...of(0), status: 'LATE' })])
    const { changes } = await api.attendance.recordHistory(of(0))
    expect(changes[0]?.newStatus ?? null).toBe((await record(0))?.status ?? null)
    expect(changes.length).toBe(3)
  })
})

describe('undoing a mark', () => {
  test('puts back what stood, with its times, its method and its note', async () => {
    const { api, of, record, byCode } = await lesson()
    await byCode(0, 'in')
    const came = await record(0)
    world.wait(1)
    await api.attendance.mark({ ...of(0), status: 'ABSENT', note: 'wrong tap' })
    world.wait(9 * SECOND)
    await api.attendance.undo(of(0))
    expect(await record(0)).toEqual(came)
    expect(came?.method).toBe('CODE')
  })

  test('of the first mark leaves no record; of a clearing brings it back', async () => {
    const { api, of, records } = await lesson()
    await api.attendance.mark({ ...of(0), status: 'LATE' })
    await api.attendance.undo(of(0))
    expect(await records()).toEqual([null, null])
    await api.attendance.mark({ ...of(1), status: 'EXCUSED', note: 'ill' })
    await api.attendance.clear(of(1))
    await api.attendance.undo(of(1))
    expect(await records()).toEqual([null, 'EXCUSED'])
  })

  test('is refused after its seconds, after somebody else’s change, and where nothing was marked', async () => {
    const { api, of, byCode } = await lesson()
    expect(await refusal(api.attendance.undo(of(0)))).toBe('attendance.undo_over')
    await api.attendance.mark({ ...of(0), status: 'ABSENT' })
    world.wait(16 * SECOND)
    expect(await refusal(api.attendance.undo(of(0)))).toBe('attendance.undo_over')
    await api.attendance.mark({ ...of(1), status: 'ABSENT' })
    await byCode(1, 'in')
    expect(await refusal(api.attendance.undo(of(1)))).toBe('attendance.undo_over')
  })

  test('happens once: what was undone does not come back, of one or of several', async () => {
    const { api, of, records, sessionId, students } = await lesson()
    const ids = students.map(({ id }) => id)
    await api.attendance.markMany({ sessionId, studentIds: ids, status: 'PRESENT' })
    await api.attendance.mark({ ...of(0), status: 'LATE' })
    await api.attendance.undo(of(0))
    expect(await records()).toEqual(['PRESENT', 'PRESENT'])
    expect(await refusal(api.attendance.undo(of(0)))).toBe('attendance.undo_over')
    expect(await api.attendance.undoMany({ sessionId, studentIds: ids })).toEqual({ studentIds: [ids[1]] })
    expect(await records()).toEqual(['PRESENT', null])
    expect(await refusal(api.attendance.undoMany({ sessionId, studentIds: ids }))).toBe(
      'attendance.undo_over',
    )
    // A mark of its own after that is one that can be undone again.
    await api.attendance.mark({ ...of(0), status: 'ABSENT' })
    await api.attendance.undo(of(0))
    expect(await records()).toEqual(['PRESENT', null])
  })

  test('of a first mark is refused once the session has ended', async () => {
    const { api, of, sessionId } = await lesson()
    await api.attendance.mark({ ...of(0), status: 'PRESENT' })
    await api.sessions.close({ sessionId })
    expect(await refusal(api.attendance.undo(of(0)))).toBe('attendance.undo_over')
  })
})

describe('whoever has left', () => {
  test('is not here in the list, on the kiosk and for programs, and came all the same', async () => {
    const { api, byCode, classId, sessionId } = await lesson()
    await byCode(0, 'in')
    await byCode(1, 'in')
    world.wait(1)
    await byCode(1, 'out')
    const counts = { PRESENT: 1, LATE: 0, LEFT: 1, ABSENT: 0, EXCUSED: 0, WAITING: 0 }
    expect((await api.sessions.byId({ sessionId })).counts).toEqual(counts)
    const { items } = await api.sessions.ofClass({ classId })
    expect(items[0]).toMatchObject({ counts, totals: { present: 2, rate: 1 } })
    await api.sessions.close({ sessionId })
    expect((await api.sessions.byId({ sessionId })).counts).toMatchObject({ PRESENT: 2, LEFT: 0 })
  })

  test('may have been marked so by hand, in an open session alone', async () => {
    const { api, of, record, sessionId } = await lesson()
    await api.attendance.mark({ ...of(0), status: 'PRESENT', left: true })
    expect((await record(0))?.clockedOutAt).toEqual(world.clock.now)
    await api.attendance.mark({ ...of(0), status: 'PRESENT', left: false })
    expect((await record(0))?.clockedOutAt).toBeNull()
    await api.sessions.close({ sessionId })
    const late = api.attendance.mark({ ...of(0), status: 'PRESENT', left: true })
    expect(await refusal(late)).toBe('sessions.closed')
  })
})

describe('a session that was ended by mistake', () => {
  test('is opened again: absences and closing list go, marks stay, and the history says who and why', async () => {
    const { api, of, records, sessionId } = await lesson()
    await api.attendance.mark({ ...of(0), status: 'PRESENT' })
    world.wait(1)
    await api.sessions.close({ sessionId })
    expect(await records()).toEqual(['PRESENT', 'ABSENT'])
    world.wait(1)
    await api.sessions.reopen({ sessionId, reason: 'Wrong button' })
    await api.sessions.reopen({ sessionId })
    expect(await records()).toEqual(['PRESENT', null])
    expect(await world.db.sessionMember.count({ where: { sessionId } })).toBe(0)
    expect((await api.sessions.board({ sessionId })).session).toMatchObject({ state: 'OPEN', closedAt: null })
    const history = await api.sessions.history({ sessionId })
    expect(history.map(({ act, actor, reason }) => [act, actor?.name, reason])).toEqual([
      ['REOPENED', 'Ms Okafor', 'Wrong button'],
      ['ENDED', 'Ms Okafor', null],
    ])
    expect(await api.sessions.close({ sessionId })).toEqual({ absent: 1 })
  })

  test('keeps an absence that was corrected since by hand', async () => {
    const { api, of, records, sessionId } = await lesson()
    await api.sessions.close({ sessionId })
    await api.attendance.mark({ ...of(0), status: 'EXCUSED' })
    await api.sessions.reopen({ sessionId })
    expect(await records()).toEqual(['EXCUSED', null])
  })

  test('stays ended while another is open, and on another day of the class', async () => {
    const { api, classId, sessionId } = await lesson()
    await api.sessions.close({ sessionId })
    const { id: another } = await api.sessions.create({ classId, openNow: true })
    expect(await refusal(api.sessions.reopen({ sessionId }))).toBe('sessions.already_open')
    await api.sessions.close({ sessionId: another })
    world.wait(24 * HOUR)
    expect(await refusal(api.sessions.reopen({ sessionId }))).toBe('sessions.ended_another_day')
  })

  test('and one that is started at the same moment are never both open', async () => {
    const { api, classId, sessionId } = await lesson()
    await api.sessions.close({ sessionId })
    const tried = await outcomes([
      api.sessions.reopen({ sessionId }),
      api.sessions.create({ classId, openNow: true }),
    ])
    expect(tried.filter((outcome) => outcome === 'sessions.already_open')).toHaveLength(1)
    expect(await world.db.classSession.count({ where: { classId, state: 'OPEN' } })).toBe(1)
  })
})

describe('a session that nobody used', () => {
  test('is deleted, open or ended, and what is left is who did it', async () => {
    const { api, classId, sessionId, teacher } = await lesson()
    await api.sessions.close({ sessionId })
    await api.sessions.cancel({ sessionId })
    expect(await refusal(api.sessions.byId({ sessionId }))).toBe('request.not_found')
    const [told] = await world.db.change.findMany({
      where: { subject: 'session', subjectId: sessionId },
      orderBy: { id: 'desc' },
    })
    expect(told).toMatchObject({ actorId: teacher.id, after: { removed: true } })
    const { id: another } = await api.sessions.create({ classId, openNow: true })
    await api.sessions.cancel({ sessionId: another })
  })

  test('leaves behind who deleted it and why, for whoever leads the class', async () => {
    const { api, classId, sessionId } = await lesson()
    await api.sessions.cancel({ sessionId, reason: 'The wrong class' })
    const deleted = await api.sessions.deleted({ classId })
    expect(deleted).toMatchObject([{ actor: { name: 'Ms Okafor' }, reason: 'The wrong class' }])
    const stranger = world.api(await world.user(['TEACHER']))
    expect(await refusal(stranger.sessions.deleted({ classId }))).toBe('request.not_found')
    await world.db.place.delete({ where: { id: classId } })
    expect(await world.db.changeText.count()).toBe(0)
  })

  test('stays where somebody was marked in it, who ever asks', async () => {
    const { api, of, sessionId } = await lesson()
    await api.attendance.mark({ ...of(0), status: 'PRESENT' })
    expect(await refusal(api.sessions.cancel({ sessionId }))).toBe('sessions.used')
    await expect(world.db.classSession.delete({ where: { id: sessionId } })).rejects.toThrow()
    await api.attendance.clear(of(0))
    await api.sessions.cancel({ sessionId })
  })

  test('goes, or somebody clocks in: never both', async () => {
    const { api, byCode, sessionId } = await lesson()
    const tried = await outcomes([api.sessions.cancel({ sessionId }), byCode(0, 'in')])
    const left = await world.db.classSession.count({ where: { id: sessionId } })
    expect(left).toBe(tried.includes('sessions.used') ? 1 : 0)
    expect(await world.db.attendance.count({ where: { sessionId } })).toBe(left)
  })
})
