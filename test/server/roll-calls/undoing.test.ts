import { outcomes, refusal } from '@test/support/errors'
import { groupPhoto, lesson, marksOf, readRollCall, type Student } from '@test/support/roll-call-material'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { purgeRollCalls } from '@/server/roll-calls/discard'

const world = testWorld()

/** A roll call that marked Anna and Dora, of whom Dora was excused with a note. */
async function confirmed({ ended = false } = {}) {
  const school = await lesson(world)
  const { api, sessionId, people } = school
  const of = (who: Student) => ({ sessionId, studentId: people[who].id })
  await api.attendance.mark({ ...of('dora'), status: 'EXCUSED', note: 'Doctor' })
  world.wait(1)
  if (ended) await api.sessions.close({ sessionId })
  const rollCallId = await readRollCall(world, api, sessionId, [await groupPhoto('annaAndDora')])
  const { faces } = await api.rollCalls.review({ rollCallId })
  const marks = marksOf(faces).map((mark) => ({ ...mark, evenIfExcused: true }))
  expect(await api.rollCalls.confirm({ rollCallId, marks })).toMatchObject({ marked: 2 })
  const records = async () => {
    const { students } = await api.sessions.board({ sessionId })
    return students.map(
      ({ record }) => record && `${record.status} ${record.method} ${record.note ?? ''}`.trim(),
    )
  }
  return { ...school, of, rollCallId, records, undo: () => api.rollCalls.undo({ rollCallId }) }
}

const excused = 'EXCUSED HAND Doctor'

describe('undoing a roll call that was confirmed just now', () => {
  test('puts every record back to what it was, and nothing of a face stays', async () => {
    const { api, sessionId, people, records, undo } = await confirmed()
    expect(await records()).toEqual(['PRESENT GROUP_PHOTO', null, null, 'PRESENT GROUP_PHOTO Doctor'])
    world.wait(10 / 60)
    expect(await undo()).toEqual({ undone: 2, kept: [] })
    expect(await records()).toEqual([null, null, null, excused])
    expect([await world.db.faceCheck.count(), await world.db.evidence.count()]).toEqual([0, 0])
    const { changes } = await api.attendance.recordHistory({ sessionId, studentId: people.dora.id })
    expect(changes.map(({ oldStatus, newStatus }) => [oldStatus, newStatus])).toEqual([
      ['PRESENT', 'EXCUSED'],
      ['EXCUSED', 'PRESENT'],
      [null, 'EXCUSED'],
    ])
    const history = await api.sessions.history({ sessionId })
    expect(history.map(({ act, actor }) => [act, actor?.name])).toEqual([
      ['ROLL_CALL_UNDONE', 'Ms Okafor'],
      ['ROLL_CALL', 'Ms Okafor'],
    ])
    expect(await api.rollCalls.ofSession({ sessionId })).toMatchObject({ rollCall: null, rounds: 0 })
  }, 120_000)

  test('twice is harmless', async () => {
    const { undo, records } = await confirmed()
    await undo()
    expect(await undo()).toEqual({ undone: 0, kept: [] })
    expect(await records()).toEqual([null, null, null, excused])
  }, 120_000)

  test('leaves and names whoever was changed by somebody since, at the same moment too', async () => {
    const { api, of, undo, records, sessionId } = await confirmed()
    await api.attendance.mark({ ...of('anna'), status: 'LATE' })
    expect(await undo()).toEqual({ undone: 1, kept: [{ id: of('anna').studentId, name: 'Anna' }] })
    expect(await records()).toEqual(['LATE HAND', null, null, excused])
    const [last] = await api.sessions.history({ sessionId })
    expect(last).toMatchObject({ act: 'ROLL_CALL_UNDONE', rollCall: { marked: 1 } })
  }, 120_000)

  test('is refused after some seconds, to another teacher of the class and to anybody else', async () => {
    const { rollCallId, classId, undo, records } = await confirmed()
    const colleague = await world.user(['TEACHER'])
    await world.db.leader.create({
      data: { placeId: classId, userId: colleague.id, role: 'ASSISTANT', since: world.clock.now },
    })
    const stranger = await world.user(['TEACHER'])
    expect(await refusal(world.api(colleague).rollCalls.undo({ rollCallId }))).toBe('rollCalls.undo_over')
    expect(await refusal(world.api(stranger).rollCalls.undo({ rollCallId }))).toBe('request.not_found')
    world.wait(16 / 60)
    expect(await refusal(undo())).toBe('rollCalls.undo_over')
    expect((await records()).filter((record) => record?.startsWith('PRESENT'))).toHaveLength(2)
  }, 120_000)

  test('of a session that had ended makes whoever was absent by its end absent again', async () => {
    const { undo, records } = await confirmed({ ended: true })
    expect(await undo()).toMatchObject({ undone: 2 })
    expect(await records()).toEqual([...Array(3).fill('ABSENT SESSION_END'), excused])
  }, 120_000)

  test('of a session that has ended since leaves whoever would be without a record', async () => {
    const { api, sessionId, undo, records } = await confirmed()
    await api.sessions.close({ sessionId })
    expect(await undo()).toMatchObject({ undone: 1, kept: [{ name: 'Anna' }] })
    expect(await records()).toEqual([
      'PRESENT GROUP_PHOTO',
      'ABSENT SESSION_END',
      'ABSENT SESSION_END',
      excused,
    ])
  }, 120_000)

  test('and a mark by hand at the same moment: what was marked stands, and both are told', async () => {
    const { api, of, undo, records } = await confirmed()
    const tried = await outcomes([undo(), api.attendance.mark({ ...of('anna'), status: 'LATE' })])
    expect(tried).toEqual(['done', 'done'])
    expect(await records()).toEqual(['LATE HAND', null, null, excused])
  }, 120_000)

  test('of one that was never confirmed is refused', async () => {
    const { api, sessionId } = await lesson(world, { enrolled: [] })
    const { rollCallId } = await api.rollCalls.create({ sessionId })
    expect(await refusal(api.rollCalls.undo({ rollCallId }))).toBe('rollCalls.undo_over')
  })
})

test('whom a roll call marked is kept only while that can be undone', async () => {
  const { rollCallId } = await confirmed()
  const marked = async () =>
    (await world.db.rollCall.findUniqueOrThrow({ where: { id: rollCallId } })).markedIds.length
  expect(await marked()).toBe(2)
  world.wait(60)
  await purgeRollCalls(world.context())
  expect(await marked()).toBe(0)
}, 120_000)
