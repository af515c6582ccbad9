import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { groupPhoto, lesson, readRollCall, type Student } from '@test/support/roll-call-material'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { evidenceImage } from '@/server/evidence/service'
import { faceCrop } from '@/server/roll-calls/review'

const world = testWorld()

/** A roll call of both group photos, read; `mark` names the face that was taken for somebody. */
async function read(options: Parameters<typeof lesson>[1] = {}) {
  const school = await lesson(world, options)
  const { api, sessionId, people } = school
  const photos = [await groupPhoto('annaAndDora'), await groupPhoto('bertaAndClara')]
  const rollCallId = await readRollCall(world, api, sessionId, photos)
  const { faces } = await api.rollCalls.review({ rollCallId })
  const unnamed = faces.filter(({ studentId }) => studentId === null)
  function mark(who: Student, { evenIfExcused = false } = {}) {
    const studentId = people[who].id
    const face = faces.find((one) => one.studentId === studentId)
    if (!face) throw new Error(`${who} was not found`)
    return { faceId: face.id, studentId, evenIfExcused }
  }
  return { ...school, rollCallId, faces, unnamed, mark }
}

const nothingKept = async () =>
  expect([
    await world.db.attendance.count(),
    await world.db.faceCheck.count(),
    await world.db.evidence.count(),
  ]).toEqual([0, 0, 0])

describe('a review', () => {
  test('names who is in the photos, leaves strangers unknown, and tells no score', async () => {
    const { api, rollCallId, people, faces, unnamed } = await read()
    const { recogniser } = await world.context().faceEngine()
    const named = faces.flatMap(({ studentId }) => studentId ?? [])
    expect(new Set(named)).toEqual(new Set(Object.values(people).map(({ id }) => id)))
    const bands = new Set(faces.filter(({ studentId }) => studentId).map(({ band }) => band))
    // The basic recogniser never preselects.
    if (recogniser === 'dlib') expect(bands).toEqual(new Set(['LIKELY']))
    else expect(bands).toEqual(new Set(['SURE']))
    expect(unnamed).not.toHaveLength(0)
    const text = JSON.stringify(await api.rollCalls.review({ rollCallId }))
    expect(text).not.toMatch(/similar|score|vector|threshold|fingerprint/i)
  }, 120_000)

  test('shows each face to the teacher of the class and to nobody else', async () => {
    const { teacher, people, faces } = await read()
    const faceId = faces[0]?.id ?? ''
    const picture = await faceCrop(world.as(teacher), { faceId })
    expect(picture.subarray(0, 2)).toEqual(Buffer.of(0xff, 0xd8))
    const stranger = await world.user(['TEACHER', 'STUDENT', 'ADMIN'])
    for (const other of [stranger, people.anna])
      expect(await refusal(faceCrop(world.as(other), { faceId }))).toBe('request.not_found')
  }, 120_000)
})

describe('confirming', () => {
  test('makes every mark with its crop as evidence, and erases the rest', async () => {
    const { api, teacher, rollCallId, sessionId, people, mark } = await read()
    const takenAt = world.clock.now
    world.wait(30)
    const marks = [mark('anna'), mark('berta'), mark('clara')]
    expect(await api.rollCalls.confirm({ rollCallId, marks })).toEqual({ marked: 3, late: 0, unchanged: 0 })
    const { students } = await api.sessions.board({ sessionId })
    expect(students.map(({ name, record }) => [name, record?.status, record?.method])).toEqual([
      ['Anna', 'PRESENT', 'GROUP_PHOTO'],
      ['Berta', 'PRESENT', 'GROUP_PHOTO'],
      ['Clara', 'PRESENT', 'GROUP_PHOTO'],
      ['Dora', undefined, undefined],
    ])
    expect(students[0]?.record?.clockedInAt).toEqual(takenAt)
    const check = await world.db.faceCheck.findFirstOrThrow({ where: { userId: people.anna.id } })
    expect(check).toMatchObject({ purpose: 'ROLL_CALL', outcome: 'MATCHED', sessionId, at: takenAt })
    expect(check.similarity).toBeGreaterThanOrEqual(check.threshold)
    for (const viewer of [teacher, people.anna]) {
      const picture = await evidenceImage(world.as(viewer), { faceCheckId: check.id })
      expect(picture.subarray(0, 2)).toEqual(Buffer.of(0xff, 0xd8))
    }
    const { changes } = await api.attendance.recordHistory({ sessionId, studentId: people.anna.id })
    expect(changes).toMatchObject([{ method: 'GROUP_PHOTO', actor: { name: 'Ms Okafor' } }])
    expect([await world.db.rollCallFace.count(), await world.db.rollCallPhoto.count()]).toEqual([0, 0])
  }, 120_000)

  test('twice is harmless', async () => {
    const { api, rollCallId, mark } = await read()
    const marks = [mark('anna')]
    await api.rollCalls.confirm({ rollCallId, marks })
    expect(await api.rollCalls.confirm({ rollCallId, marks })).toMatchObject({ marked: 0 })
    expect(await world.db.change.count({ where: { subject: 'attendance' } })).toBe(1)
    expect(await refusal(api.rollCalls.discard({ rollCallId }))).toBe('rollCalls.over')
  }, 120_000)

  test('one list with anything wrong in it marks nobody', async () => {
    const { api, teacher, rollCallId, people, mark, unnamed, classId } = await read()
    const stranger = await world.user(['STUDENT'])
    const confirm = (marks: ReturnType<typeof mark>[]) =>
      refusal(api.rollCalls.confirm({ rollCallId, marks: [mark('clara'), ...marks] }))
    const spare = unnamed[0]?.id ?? ''
    const anna = mark('anna')
    expect(await confirm([anna, { ...anna, faceId: spare }])).toBe('rollCalls.student_twice')
    expect(await confirm([anna, { ...anna, studentId: people.dora.id }])).toBe('rollCalls.face_twice')
    expect(await confirm([{ ...anna, studentId: stranger.id }])).toBe('rollCalls.not_in_class')
    await world.db.member.updateMany({
      where: { placeId: classId, userId: people.dora.id },
      data: { leftAt: world.clock.now },
    })
    expect(await confirm([mark('dora')])).toBe('rollCalls.not_in_class')
    const { id: otherClass } = await makeClass(world.db, { teacher, students: [], now: world.clock.now })
    const other = await api.sessions.create({ classId: otherClass, openNow: true })
    const otherCall = await readRollCall(world, api, other.id, [await groupPhoto('annaAndDora')])
    const [otherFace] = (await api.rollCalls.review({ rollCallId: otherCall })).faces
    expect(await confirm([{ ...anna, faceId: otherFace?.id ?? '' }])).toBe('rollCalls.other_face')
    await nothingKept()
    expect(await api.rollCalls.confirm({ rollCallId, marks: [anna] })).toMatchObject({ marked: 1 })
  }, 120_000)

  test('leaves who clocked in, and who is excused unless ticked, as they are', async () => {
    const { api, rollCallId, sessionId, people, mark } = await read()
    const by = (who: Student, status: 'PRESENT' | 'EXCUSED') =>
      api.attendance.mark({ sessionId, studentId: people[who].id, status })
    await by('anna', 'PRESENT')
    await by('berta', 'EXCUSED')
    await by('clara', 'EXCUSED')
    const marks = [mark('anna'), mark('berta'), mark('clara', { evenIfExcused: true })]
    expect(await api.rollCalls.confirm({ rollCallId, marks })).toEqual({ marked: 1, late: 0, unchanged: 2 })
    const { students } = await api.sessions.board({ sessionId })
    expect(students.map(({ record }) => record?.method)).toEqual(['HAND', 'HAND', 'GROUP_PHOTO', undefined])
    expect(await world.db.evidence.count()).toBe(1)
  }, 120_000)

  test('after the end corrects absences to present', async () => {
    const { api, sessionId, people } = await lesson(world)
    await api.sessions.close({ sessionId })
    world.wait(60)
    const rollCallId = await readRollCall(world, api, sessionId, [await groupPhoto('annaAndDora')])
    const { faces } = await api.rollCalls.review({ rollCallId })
    const marks = faces.flatMap(({ id, studentId }) =>
      studentId ? [{ faceId: id, studentId, evenIfExcused: false }] : [],
    )
    expect(await api.rollCalls.confirm({ rollCallId, marks })).toMatchObject({ marked: 2, late: 0 })
    const { students } = await api.sessions.board({ sessionId })
    const anna = students.find(({ id }) => id === people.anna.id)
    expect(anna?.record).toMatchObject({ status: 'PRESENT', method: 'GROUP_PHOTO', clockedInAt: null })
  }, 120_000)

  test('after the end finds and marks only who belonged to the session, in photos of later too', async () => {
    const { api, sessionId, classId, people } = await lesson(world)
    const studentId = people.anna.id
    await api.places.removeMember({ placeId: classId, userId: studentId })
    await api.sessions.close({ sessionId })
    const { joinCode } = await api.classes.byId({ classId })
    await world.api(people.anna).places.join({ joinCode })
    const rollCallId = await readRollCall(world, api, sessionId, [await groupPhoto('annaAndDora')])
    const { faces, students } = await api.rollCalls.review({ rollCallId })
    expect(faces.flatMap((face) => face.studentId ?? [])).toEqual([people.dora.id])
    expect(students.map(({ name }) => name)).toEqual(['Berta', 'Clara', 'Dora'])
    const faceId = faces.find((face) => face.studentId === null)?.id ?? ''
    const marks = [{ faceId, studentId, evenIfExcused: false }]
    expect(await refusal(api.rollCalls.confirm({ rollCallId, marks }))).toBe('rollCalls.not_in_class')
  }, 120_000)

  test('names an unknown face by hand: without the student’s consent nothing of it is kept', async () => {
    const { api, rollCallId, sessionId, people, unnamed, mark } = await read({ enrolled: ['anna', 'berta'] })
    const [first, second] = unnamed
    const marks = [
      { faceId: first?.id ?? '', studentId: people.clara.id, evenIfExcused: false },
      { ...mark('berta'), faceId: second?.id ?? '' },
    ]
    await api.rollCalls.confirm({ rollCallId, marks })
    const { students } = await api.sessions.board({ sessionId })
    expect(students.map(({ record }) => record?.method)).toEqual([
      undefined,
      'GROUP_PHOTO',
      'HAND',
      undefined,
    ])
    expect(await world.db.faceCheck.findMany()).toMatchObject([
      { userId: people.berta.id, band: 'UNKNOWN', similarity: null },
    ])
    expect(await world.db.evidence.count()).toBe(1)
  }, 120_000)
})

test('to another teacher, and to the class’s students, a roll call does not exist', async () => {
  const { rollCallId, sessionId, people, mark } = await read()
  const other = world.api(await world.user(['TEACHER']))
  const { faceId, studentId } = mark('anna')
  const calls = [
    other.rollCalls.ofSession({ sessionId }),
    other.rollCalls.create({ sessionId }),
    other.rollCalls.begin({ rollCallId }),
    other.rollCalls.review({ rollCallId }),
    other.rollCalls.refuse({ faceId, studentId }),
    other.rollCalls.takeBackRefusal({ faceId, studentId }),
    other.rollCalls.confirm({ rollCallId, marks: [] }),
    other.rollCalls.discard({ rollCallId }),
  ]
  expect(new Set(await Promise.all(calls.map(refusal)))).toEqual(new Set(['request.not_found']))
  expect(await refusal(world.api(people.anna).rollCalls.review({ rollCallId }))).toBe('auth.not_allowed')
}, 120_000)
