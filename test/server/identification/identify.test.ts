import { enrolCrowd } from '@test/support/crowd'
import { refusal } from '@test/support/errors'
import { classWithKiosk } from '@test/support/kiosk-world'
import { tamper } from '@test/support/ledger'
import { identifyForm, portraitFile } from '@test/support/pictures'
import type { Sitter } from '@test/support/sample-portraits'
import { untilSomebodyWaits } from '@test/support/waiting'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { lockEnrolment } from '@/server/biometrics/enrolment-lock'
import { eraseFace } from '@/server/erasure/service'
import { configuredRecogniser } from '@/server/face/face-engine'
import { transact } from '@/server/live/publish'

const world = testWorld()
const model = await configuredRecogniser()
const names = model === 'retail-0095'

/** The three people of a class of 60, and its teacher's way to ask who somebody is. */
async function largeClass() {
  const place = await classWithKiosk(world)
  await enrolCrowd(world.context(), { model: 'retail-0095', people: 58, classId: place.classId })
  return { ...place, ...asking(place) }
}

function asking({
  teacher,
  sessionId,
}: Pick<Awaited<ReturnType<typeof classWithKiosk>>, 'teacher' | 'sessionId'>) {
  const formOf = async (who: Sitter, mark?: boolean) => {
    const frames = [0.44, 0.46, 0.48].map((share) => portraitFile(who, { share }))
    return identifyForm(sessionId, await Promise.all(frames), mark)
  }
  const identify = async (who: Sitter, mark?: boolean) =>
    world.api(teacher).identification.identify(await formOf(who, mark))
  return { formOf, identify }
}

const counts = async () => ({
  attendance: await world.db.attendance.count(),
  evidence: await world.db.evidence.count(),
  known: await world.db.faceCheck.count({ where: { userId: { not: null } } }),
})

describe.skipIf(!names)('a leader asks who of the class somebody is', () => {
  test('and is told one name, which marks nobody unless they ask for it', async () => {
    const { identify, anna } = await largeClass()
    expect(await identify('anna')).toEqual({
      band: 'SURE',
      person: { id: anna.id, name: 'Anna Lindqvist' },
      others: [],
      clocked: null,
      reason: null,
    })
    expect(await counts()).toEqual({ attendance: 0, evidence: 0, known: 1 })
  })

  test('and has them clocked in: by the leader, explained by a face check with its picture; twice is harmless', async () => {
    const { identify, anna, teacher, sessionId } = await largeClass()
    expect(await identify('anna', true)).toMatchObject({
      band: 'SURE',
      clocked: { kind: 'clocked_in', status: 'PRESENT' },
    })
    expect(await identify('anna', true)).toMatchObject({ clocked: { kind: 'already_in' } })
    const history = await world.api(teacher).attendance.recordHistory({ sessionId, studentId: anna.id })
    expect(history.changes).toMatchObject([{ actor: { name: 'Ms Okafor' }, method: 'FACE' }])
    expect(history.faceChecks.map(({ outcome, hasEvidence }) => [outcome, hasEvidence])).toEqual([
      ['MATCHED', false],
      ['MATCHED', true],
    ])
  })

  test('whoever has left is not brought back by passing the camera', async () => {
    const { identify, anna, sessionId } = await largeClass()
    await identify('anna', true)
    world.wait(5)
    await tamper(world.ownerUrl, 'UPDATE "Attendance" SET "clockedOutAt" = $1', [world.clock.now])
    expect(await identify('anna', true)).toMatchObject({ clocked: { kind: 'already_out' } })
    const record = { where: { sessionId_studentId: { sessionId, studentId: anna.id } } }
    expect(await world.db.attendance.findUnique(record)).toMatchObject({ clockedOutAt: world.clock.now })
  })

  test('in a class that asks for movements a picture names, and marks nobody', async () => {
    const { identify } = await largeClass()
    await world.db.place.updateMany({ data: { liveness: 'CHALLENGE' } })
    expect(await identify('anna', true)).toMatchObject({
      band: 'SURE',
      clocked: null,
      reason: 'challenge.needed',
    })
    expect(await counts()).toMatchObject({ attendance: 0, evidence: 0 })
  })

  test('of two who look too much alike both are offered, and neither is marked', async () => {
    const { identify, anna, berta } = await largeClass()
    const [aId = '', bId = ''] = [anna.id, berta.id].sort()
    await world.db.lookAlike.create({
      data: { model: 'retail-0095', aId, bId, similarity: 0.7, foundAt: world.clock.now },
    })
    expect(await identify('anna', true)).toMatchObject({
      band: 'UNSURE',
      person: { id: anna.id },
      others: [{ id: berta.id }],
      clocked: null,
    })
    expect(await counts()).toEqual({ attendance: 0, evidence: 0, known: 0 })
  })

  test('a stranger is nobody, and nothing of them is kept but that somebody was there', async () => {
    const { identify, sessionId } = await largeClass()
    expect(await identify('clara', true)).toMatchObject({ band: 'NONE', person: null })
    expect(await counts()).toEqual({ attendance: 0, evidence: 0, known: 0 })
    expect(await world.db.faceCheck.findFirstOrThrow()).toMatchObject({
      userId: null,
      sessionId,
      purpose: 'ROLL_CALL',
      outcome: 'NOT_MATCHED',
      similarity: null,
      live: null,
    })
  })

  test('whoever’s face is off in this class is nobody', async () => {
    const { identify, anna, teacher, classId } = await largeClass()
    await world.api(teacher).faceOptOut.setAt({ placeId: classId, userId: anna.id, off: true })
    expect(await identify('anna', true)).toMatchObject({ band: 'NONE', person: null })
    expect(await counts()).toEqual({ attendance: 0, evidence: 0, known: 0 })
  })

  test('whoever withdraws just when they are recognised is nobody', async () => {
    const { identify, anna } = await largeClass()
    let answer: ReturnType<typeof identify> | undefined
    await transact(world.context(), async (ctx) => {
      await lockEnrolment(ctx.tx, anna.id)
      await eraseFace(ctx, anna.id)
      answer = identify('anna', true)
      await untilSomebodyWaits(world.db)
    })
    expect(await answer).toMatchObject({ band: 'NONE', person: null })
    expect(await counts()).toEqual({ attendance: 0, evidence: 0, known: 0 })
  })
})

describe('asking who somebody is', () => {
  test('is for the leaders of the class alone, while its session is open', async () => {
    const place = await classWithKiosk(world)
    const { formOf, identify } = asking(place)
    const other = world.api(await world.user(['TEACHER'])).identification
    expect(await refusal(other.identify(await formOf('anna')))).toBe('request.not_found')
    await world.api(place.teacher).sessions.close({ sessionId: place.sessionId })
    expect(await refusal(identify('anna'))).toBe('sessions.closed')
    expect(await world.db.faceCheck.count()).toBe(0)
  })

  test('with a picture without a face says what is wrong with it', async () => {
    const place = await classWithKiosk(world)
    const form = identifyForm(place.sessionId, [await portraitFile('anna', { brightness: 0.02 })])
    expect(await refusal(world.api(place.teacher).identification.identify(form))).toMatch(/^face\./)
  })

  test('marks nobody where the site is too small to be sure', async () => {
    const { identify } = asking(await classWithKiosk(world))
    expect((await identify('anna', true)).band).not.toBe('SURE')
    expect(await world.db.attendance.count()).toBe(0)
  })
})
