import { refusal } from '@test/support/errors'
import { classWithKiosk } from '@test/support/kiosk-world'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'

const world = testWorld()

describe('stepping up and typing the number', () => {
  test('clocks the person in, greets by the first name, and says nothing else', async () => {
    const { stepUp, anna, kioskId, sessionId, classId } = await classWithKiosk(world)
    world.wait(3)
    const answer = await stepUp('anna', 1)
    expect(answer).toEqual({
      kind: 'clocked_in',
      firstName: 'Anna',
      status: 'PRESENT',
      clockedInAt: world.clock.now,
      clockedOutAt: null,
      ticket: null,
    })
    const check = await world.db.faceCheck.findFirstOrThrow({ include: { evidence: true } })
    expect(check).toMatchObject({ userId: anna.id, sessionId, kioskId, outcome: 'MATCHED', liveness: 'PAD' })
    expect(check.evidence).not.toBeNull()
    const record = await world.db.attendance.findFirstOrThrow({ where: { studentId: anna.id } })
    expect(record).toMatchObject({ method: 'FACE', status: 'PRESENT' })
    const change = { subjectId: record.id, actorId: anna.id, placeId: classId, via: 'KIOSK' }
    expect(await world.db.change.findMany()).toMatchObject([change])
  })

  test('of somebody else clocks nobody in, and keeps no picture', async () => {
    const { stepUp } = await classWithKiosk(world)
    expect(await refusal(stepUp('berta', 1))).toBe('kiosks.not_matched')
    expect(await world.db.attendance.count()).toBe(0)
    expect(await world.db.evidence.count()).toBe(0)
    expect(await world.db.faceCheck.findFirst()).toMatchObject({ outcome: 'NOT_MATCHED' })
  })

  test('tells nothing of the person it belongs to: unknown, withdrawn and switched off are one answer', async () => {
    const { stepUp, anna, berta } = await classWithKiosk(world)
    expect(await refusal(stepUp('anna', 99))).toBe('kiosks.no_face')
    await world.api(anna).enrolment.withdraw()
    expect(await refusal(stepUp('anna', 1))).toBe('kiosks.no_face')
    const here = { where: { userId: berta.id } }
    await world.db.member.updateMany({ ...here, data: { faceOffSince: world.clock.now } })
    expect(await refusal(stepUp('berta', 2))).toBe('kiosks.no_face')
    await world.db.member.updateMany({ ...here, data: { faceOffSince: null } })
    await world.db.user.update({ where: { id: berta.id }, data: { faceOff: 'STAFF' } })
    expect(await refusal(stepUp('berta', 2))).toBe('kiosks.no_face')
  })

  test('nor that it was tried in vain before: a pause of the person looks the same, one of the kiosk tells of itself', async () => {
    const { stepUp, kioskId } = await classWithKiosk(world)
    for (let i = 0; i < 5; i++) expect(await refusal(stepUp('berta', 1))).toBe('kiosks.not_matched')
    expect(await refusal(stepUp('berta', 1))).toBe('kiosks.no_face')
    const pausedUntil = new Date(world.clock.now.getTime() + 30_000)
    await world.db.faceLock.update({ where: { key: `device:kiosk ${kioskId}` }, data: { pausedUntil } })
    for (const number of [1, 2]) expect(await refusal(stepUp('berta', number))).toBe('kiosks.paused')
  })

  test('nor how often they were looked at', async () => {
    const { stepUp, anna, kioskId } = await classWithKiosk(world)
    const expire = new Date(Date.now() + 60_000)
    const key = `face check:${anna.id} at ${kioskId}`
    await world.db.tryCount.create({ data: { key, points: 20, expire } })
    expect(await refusal(stepUp('anna', 1))).toBe('kiosks.no_face')
  })

  test('asks whoever is in whether they leave, and clocks nobody out who passes by', async () => {
    const { stepUp, atKiosk, anna } = await classWithKiosk(world)
    await stepUp('anna', 1)
    world.wait(40)
    const asked = await stepUp('anna', 1)
    expect(asked).toMatchObject({ kind: 'here', firstName: 'Anna', clockedOutAt: null })
    expect(await world.db.attendance.findFirst()).toMatchObject({ clockedOutAt: null })
    expect(await world.db.evidence.count()).toBe(1)
    const left = await atKiosk().answer({ ticket: asked.ticket ?? '' })
    expect(left).toMatchObject({ kind: 'clocked_out', clockedOutAt: world.clock.now, ticket: null })
    const purposes = await world.db.faceCheck.findMany({ where: { userId: anna.id }, orderBy: { at: 'asc' } })
    expect(purposes.map(({ purpose }) => purpose)).toEqual(['CLOCK_IN', 'CLOCK_OUT'])
  })

  test('asks whoever has left whether they are back', async () => {
    const { stepUp, atKiosk } = await classWithKiosk(world)
    await stepUp('anna', 1)
    world.wait(30)
    const { ticket } = await stepUp('anna', 1)
    await atKiosk().answer({ ticket: ticket ?? '' })
    expect(await stepUp('anna', 1)).toMatchObject({ kind: 'left', ticket: null })
    world.wait(5)
    const asked = await stepUp('anna', 1)
    expect(asked).toMatchObject({ kind: 'left' })
    expect(await atKiosk().answer({ ticket: asked.ticket ?? '' })).toMatchObject({
      kind: 'returned',
      clockedOutAt: null,
    })
  })

  test('gives half a minute for the answer, at this kiosk only', async () => {
    const { stepUp, atKiosk, teacher, classId } = await classWithKiosk(world)
    await stepUp('anna', 1)
    expect(await stepUp('anna', 1)).toMatchObject({ kind: 'here', ticket: null })
    world.wait(2)
    const { ticket } = await stepUp('anna', 1)
    const other = {
      id: (await world.api(teacher).kiosks.add({ placeId: classId, name: 'Back door' })).kioskId,
    }
    const elsewhere = world.api(null, {
      kiosk: {
        ...other,
        placeId: classId,
        name: 'Back door',
        speaks: false,
        mode: 'ONE_AT_A_TIME',
        locale: null,
      },
    })
    expect(await refusal(elsewhere.kiosks.answer({ ticket: ticket ?? '' }))).toBe('kiosks.answered_late')
    expect(await refusal(atKiosk().answer({ ticket: `${ticket}x` }))).toBe('kiosks.answered_late')
    world.wait(0.51)
    expect(await refusal(atKiosk().answer({ ticket: ticket ?? '' }))).toBe('kiosks.answered_late')
  })

  test('is for open sessions', async () => {
    const { stepUp, teacher, sessionId } = await classWithKiosk(world)
    await world.api(teacher).sessions.close({ sessionId })
    expect(await refusal(stepUp('anna', 1))).toBe('sessions.not_open')
  })

  test('a face that was recognised while the session ended counts as nobody’s miss', async () => {
    const { stepUp, teacher, sessionId } = await classWithKiosk(world)
    const engine = await world.context().faceEngine()
    const meanwhile: typeof engine = {
      ...engine,
      async readBurst(...given) {
        await world.api(teacher).sessions.close({ sessionId })
        return engine.readBurst(...given)
      },
    }
    const faceEngine = async () => meanwhile
    expect(await refusal(stepUp('anna', 1, { faceEngine }))).toBe('sessions.closed')
    expect(await world.db.faceLock.findMany({ where: { misses: { gt: 0 } } })).toEqual([])
  })

  test('of somebody who withdraws while they are looked at tells nothing of that either', async () => {
    const { stepUp, anna } = await classWithKiosk(world)
    const engine = await world.context().faceEngine()
    const meanwhile: typeof engine = {
      ...engine,
      async readBurst(...given) {
        await world.api(anna).enrolment.withdraw()
        return engine.readBurst(...given)
      },
    }
    expect(await refusal(stepUp('anna', 1, { faceEngine: async () => meanwhile }))).toBe('kiosks.no_face')
    expect(await world.db.faceCheck.count()).toBe(0)
  })

  test('where somebody looks too much alike sends to the code', async () => {
    const { stepUp, anna, berta } = await classWithKiosk(world)
    const model = (await world.context().faceEngine()).recogniser
    const [aId = '', bId = ''] = [anna.id, berta.id].sort()
    await world.db.lookAlike.create({ data: { model, aId, bId, similarity: 0.7, foundAt: world.clock.now } })
    expect(await refusal(stepUp('anna', 1))).toBe('kiosks.use_code')
    expect(await world.db.attendance.count()).toBe(0)
  })

  test('is asked for where this class is too small for the kiosk to name anybody', async () => {
    const { stepUp } = await classWithKiosk(world)
    expect(await refusal(stepUp('anna'))).toBe('kiosks.number_needed')
    expect(await world.db.faceCheck.count()).toBe(0)
  })
})
