import { outcomes, refusal } from '@test/support/errors'
import {
  doJobs,
  groupPhoto,
  lesson,
  marksOf,
  readRollCall,
  readWhatWaits,
  rollCallForm,
} from '@test/support/roll-call-material'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { readRollCall as readStep } from '@/server/roll-calls/read'
import { resumeRollCalls } from '@/server/roll-calls/resume'

const world = testWorld()

/** A roll call of one photo, read; `add` sends another. */
async function read() {
  const school = await lesson(world)
  const { api, sessionId } = school
  const rollCallId = await readRollCall(world, api, sessionId, [await groupPhoto('annaAndDora')])
  const review = () => api.rollCalls.review({ rollCallId })
  const add = async (photo: Promise<File> = groupPhoto('bertaAndClara')) =>
    api.rollCalls.addPhoto(rollCallForm(rollCallId, await photo))
  const state = async () => (await api.rollCalls.ofSession({ sessionId })).rollCall
  return { ...school, rollCallId, review, add, state }
}

const namesIn = ({ faces }: { faces: { studentId: string | null }[] }) =>
  new Set(faces.flatMap(({ studentId }) => studentId ?? []))

describe('a photo that is added after the others were read', () => {
  test('is read at once, and what was found and said before stays', async () => {
    const { people, review, add, state, api } = await read()
    const before = await review()
    const dora = before.faces.find(({ studentId }) => studentId === people.dora.id)
    const pair = { faceId: dora?.id ?? '', studentId: people.dora.id }
    await api.rollCalls.refuse(pair)
    await add()
    expect(await state()).toMatchObject({ state: 'WORKING', photos: [{ done: true }, { done: false }] })
    expect(await refusal(review())).toBe('rollCalls.not_ready')
    await readWhatWaits(world)
    const after = await review()
    expect(after.faces.map(({ id }) => id)).toEqual(expect.arrayContaining(before.faces.map(({ id }) => id)))
    expect(namesIn(after)).toEqual(new Set([people.anna.id, people.berta.id, people.clara.id]))
    expect(after.faces.find(({ id }) => id === pair.faceId)?.studentId).toBeNull()
  }, 120_000)

  test('twice is once, and an eleventh is refused', async () => {
    const { add, rollCallId, state } = await read()
    const first = await add()
    expect(await add()).toEqual(first)
    const file = (text: string) => Promise.resolve(new File([text], 'a.jpg'))
    for (let at = 3; at <= 10; at++) await add(file(String(at)))
    expect(await refusal(add(file('11')))).toBe('rollCalls.too_many_photos')
    await doJobs(world)
    expect(await state()).toMatchObject({ id: rollCallId, state: 'READY' })
  }, 120_000)

  test('is refused once the roll call is over', async () => {
    const { api, rollCallId, review, add } = await read()
    await api.rollCalls.confirm({ rollCallId, marks: marksOf((await review()).faces) })
    expect(await refusal(add())).toBe('rollCalls.over')
  }, 120_000)

  test('is never left unread, at whatever moment it comes', async () => {
    const { rollCallId, add, state } = await read()
    const file = (text: string) => Promise.resolve(new File([text], 'a.jpg'))
    await add(file('no picture'))
    await readStep(world.context(), { rollCallId, tries: 0 })
    // All are read but not compared yet: that, and one more photo.
    const tried = await outcomes([
      readStep(world.context(), { rollCallId, tries: 0 }),
      add(file('none either')),
    ])
    expect(tried).toEqual(['done', 'done'])
    await doJobs(world)
    const broken = { done: true, problem: 'picture.unreadable' }
    expect(await state()).toMatchObject({ state: 'READY', photos: [{ problem: null }, broken, broken] })
  }, 120_000)

  test('is read though the server was killed before', async () => {
    const { add, state, review } = await read()
    await add()
    await world.db.$executeRaw`
      UPDATE graphile_worker._private_jobs SET locked_by = 'dead', locked_at = now(), attempts = 1`
    await readWhatWaits(world)
    expect(await state()).toMatchObject({ state: 'WORKING' })
    await resumeRollCalls(world.context())
    await readWhatWaits(world)
    expect(namesIn(await review()).size).toBe(4)
  }, 120_000)

  test('is left out where no engine starts any more, and what was read before stays', async () => {
    const { rollCallId, add, state, review, people } = await read()
    await add()
    const none = { faceEngine: () => Promise.reject(new Error('no model')) }
    await readStep(world.context(null, none), { rollCallId, tries: 5 })
    await doJobs(world, none)
    expect(await state()).toMatchObject({
      state: 'READY',
      photos: [{ problem: null }, { problem: 'face.failed' }],
    })
    expect(namesIn(await review())).toEqual(new Set([people.anna.id, people.dora.id]))
  }, 120_000)
})

test('another round in the same session only adds, and the history tells both', async () => {
  const { api, sessionId, rollCallId, review, people } = await read()
  await api.rollCalls.confirm({ rollCallId, marks: marksOf((await review()).faces) })
  world.wait(45)
  expect(await api.rollCalls.ofSession({ sessionId })).toMatchObject({ rollCall: null, rounds: 1 })
  const again = await readRollCall(world, api, sessionId, [await groupPhoto('bertaAndClara')])
  const { faces } = await api.rollCalls.review({ rollCallId: again })
  const here = { faceId: faces.find(({ studentId }) => !studentId)?.id ?? '', studentId: people.anna.id }
  const marks = [...marksOf(faces), { ...here, evenIfExcused: false }]
  expect(await api.rollCalls.confirm({ rollCallId: again, marks })).toEqual({
    marked: 2,
    late: 2,
    unchanged: 1,
  })
  const { students } = await api.sessions.board({ sessionId })
  expect(students.map(({ record }) => record?.status)).toEqual(['PRESENT', 'LATE', 'LATE', 'PRESENT'])
  const history = await api.sessions.history({ sessionId })
  expect(history.map(({ act, rollCall }) => [act, rollCall])).toEqual([
    ['ROLL_CALL', { photos: 1, marked: 2, unchanged: 1 }],
    ['ROLL_CALL', { photos: 1, marked: 2, unchanged: 0 }],
  ])
}, 120_000)
