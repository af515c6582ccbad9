import { refusal } from '@test/support/errors'
import { openLesson } from '@test/support/open-lesson'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'

const world = testWorld()
const SECOND = 1 / 60

async function lesson(names = ['Amit', 'Bea', 'Cleo', 'Dan']) {
  const scene = await openLesson(world, names)
  const ids = scene.students.map(({ id }) => id)
  const { sessionId } = scene
  const all = { sessionId, studentIds: ids }
  const told = async (at: number) => (await scene.api.attendance.recordHistory(scene.of(at))).changes
  return { ...scene, ids, all, told }
}

describe('marking many at once', () => {
  test('is one change of each in the ledger, at one moment; whoever stands so already has none', async () => {
    const { api, all, of, records, ids, told, teacher } = await lesson()
    await api.attendance.mark({ ...of(1), status: 'EXCUSED' })
    world.wait(1)
    const { studentIds } = await api.attendance.markMany({ ...all, status: 'EXCUSED' })
    expect(await records()).toEqual(['EXCUSED', 'EXCUSED', 'EXCUSED', 'EXCUSED'])
    expect(studentIds.toSorted()).toEqual([ids[0], ids[2], ids[3]].toSorted())
    expect((await told(1)).length).toBe(1)
    const [one] = await told(3)
    expect(one).toMatchObject({ at: world.clock.now, method: 'HAND', actor: { name: teacher.name } })
  })

  test('keeps the notes that stand', async () => {
    const { api, all, of, record } = await lesson()
    await api.attendance.mark({ ...of(0), status: 'LATE', note: 'bus' })
    await api.attendance.markMany({ ...all, status: 'PRESENT' })
    expect(await record(0)).toMatchObject({ status: 'PRESENT', note: 'bus' })
  })

  test('of the rest leaves whoever came meanwhile as they are', async () => {
    const { api, all, byCode, records, record } = await lesson()
    world.wait(20)
    await byCode(2, 'in')
    const { studentIds } = await api.attendance.markMany({ ...all, status: 'PRESENT', onlyUnmarked: true })
    expect(await records()).toEqual(['PRESENT', 'PRESENT', 'LATE', 'PRESENT'])
    expect(await record(2)).toMatchObject({ method: 'CODE' })
    expect(studentIds.length).toBe(3)
  })

  test('leaves out who has left the class without a record, and refuses all where one was never in it', async () => {
    const { api, all, ids, classId, records } = await lesson()
    const stranger = await world.user(['STUDENT'])
    const withStranger = { ...all, studentIds: [...ids, stranger.id] }
    expect(await refusal(api.attendance.markMany({ ...withStranger, status: 'LATE' }))).toBe(
      'request.not_found',
    )
    expect(await records()).toEqual([null, null, null, null])
    await api.places.removeMember({ placeId: classId, userId: ids[3] ?? '' })
    await api.attendance.markMany({ ...all, status: 'LATE' })
    expect(await records()).toEqual(['LATE', 'LATE', 'LATE', null])
  })

  test('corrects a session that has ended, and waits for one that is planned', async () => {
    const { api, all, sessionId, classId, records } = await lesson()
    await api.sessions.close({ sessionId })
    await api.attendance.markMany({ ...all, status: 'PRESENT' })
    expect(await records()).toEqual(['PRESENT', 'PRESENT', 'PRESENT', 'PRESENT'])
    const planned = await api.sessions.create({ classId, openNow: false, plannedStart: '2026-04-01T09:00' })
    const later = { sessionId: planned.id, studentIds: all.studentIds, status: 'PRESENT' as const }
    expect(await refusal(api.attendance.markMany(later))).toBe('sessions.not_open')
  })

  test('does not exist for who does not lead the class', async () => {
    const { all } = await lesson()
    const other = world.api(await world.user(['TEACHER']))
    expect(await refusal(other.attendance.markMany({ ...all, status: 'LATE' }))).toBe('request.not_found')
    expect(await refusal(other.attendance.undoMany(all))).toBe('request.not_found')
  })

  test('by two teachers at once leaves what one of them said of everybody, and the history of both', async () => {
    const { api, all, ids, records, told } = await lesson()
    await Promise.all([
      api.attendance.markMany({ ...all, status: 'PRESENT' }),
      api.attendance.markMany({ ...all, studentIds: ids.toReversed(), status: 'ABSENT' }),
    ])
    expect(new Set(await records()).size).toBe(1)
    for (const at of ids.keys()) expect((await told(at)).length).toBe(2)
  })

  test('tells boards of everybody', async () => {
    const { api, all, sessionId, ids } = await lesson()
    await api.attendance.markMany({ ...all, status: 'PRESENT' })
    const events = await world.db.event.findMany({
      where: { topics: { has: `session:${sessionId}` }, type: 'attendance.changed' },
    })
    const about = events.map(({ payload }) => (payload as { studentId: string }).studentId)
    expect(about.toSorted()).toEqual(ids.toSorted())
  })

  test('of 200 is written and undone', async () => {
    const { api, all, records } = await lesson(Array.from({ length: 200 }, (_, at) => `Student ${at}`))
    const { studentIds } = await api.attendance.markMany({ ...all, status: 'PRESENT' })
    expect(studentIds.length).toBe(200)
    const undone = await api.attendance.undoMany({ ...all, studentIds })
    expect(undone.studentIds.length).toBe(200)
    expect(new Set(await records())).toEqual(new Set([null]))
  })
})

describe('undoing many', () => {
  test('puts back what stood of each, with times, method and note', async () => {
    const { api, all, of, byCode, record, records } = await lesson()
    await byCode(0, 'in')
    await api.attendance.mark({ ...of(1), status: 'LATE', note: 'bus' })
    const stood = [await record(0), await record(1)]
    world.wait(1)
    const { studentIds } = await api.attendance.markMany({ ...all, status: 'ABSENT' })
    world.wait(9 * SECOND)
    expect((await api.attendance.undoMany({ ...all, studentIds })).studentIds.length).toBe(4)
    expect([await record(0), await record(1)]).toEqual(stood)
    expect(await records()).toEqual(['PRESENT', 'LATE', null, null])
  })

  test('leaves whoever was changed since by somebody else, and says so', async () => {
    const { api, all, ids, byCode, records } = await lesson()
    await api.attendance.markMany({ ...all, status: 'ABSENT' })
    await byCode(1, 'in')
    const { studentIds } = await api.attendance.undoMany(all)
    expect(studentIds.toSorted()).toEqual([ids[0], ids[2], ids[3]].toSorted())
    expect(await records()).toEqual([null, 'PRESENT', null, null])
  })

  test('is refused after its seconds, and where nothing of theirs is to undo', async () => {
    const { api, all } = await lesson()
    expect(await refusal(api.attendance.undoMany(all))).toBe('attendance.undo_over')
    await api.attendance.markMany({ ...all, status: 'ABSENT' })
    world.wait(16 * SECOND)
    expect(await refusal(api.attendance.undoMany(all))).toBe('attendance.undo_over')
  })
})
