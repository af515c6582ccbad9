import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'

const world = testWorld()
const second = 1 / 60

beforeEach(() => {
  world.clock.now = new Date('2026-03-02T03:15:00Z')
})

async function lesson() {
  const teacher = await world.user(['TEACHER'], 'Ms Okafor')
  const ben = await world.user(['STUDENT'], 'Ben')
  const { id: classId } = await makeClass(world.db, { teacher, students: [ben], now: world.clock.now })
  const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
  const shown = async (id = sessionId) => (await world.api(teacher).sessions.code({ sessionId: id })).code
  const clock = (code: string, direction: 'in' | 'out' = 'in', changes = {}) =>
    world.api(ben, changes).clocking.byCode({ sessionId, direction, code })
  return { teacher, ben, classId, sessionId, shown, clock }
}

/** Six digits that are none of the codes around now. */
async function wrongCode(shown: () => Promise<string>) {
  const code = await shown()
  return code.slice(0, 5) + ((Number(code[5]) + 5) % 10)
}

describe('the code of a session', () => {
  test('has 6 digits, tells when the next one comes, and is another one then', async () => {
    const { teacher, sessionId } = await lesson()
    world.wait(12.5 * second)
    const first = await world.api(teacher).sessions.code({ sessionId })
    expect(first.code).toMatch(/^\d{6}$/)
    expect(first.validUntil.getTime() - first.now.getTime()).toBe(17_500)
    world.wait(17.499 * second)
    expect((await world.api(teacher).sessions.code({ sessionId })).code).toBe(first.code)
    world.wait(0.001 * second)
    expect((await world.api(teacher).sessions.code({ sessionId })).code).not.toBe(first.code)
  })

  test('is the same from every process, another one for every session and every installation', async () => {
    const { teacher, sessionId, shown } = await lesson()
    const other = await lesson()
    const code = await shown()
    expect(await shown()).toBe(code)
    expect(await other.shown()).not.toBe(code)
    const settings = { ...world.context().settings, faceKey: Buffer.alloc(32, 8) }
    const elsewhere = await world.api(teacher, { settings }).sessions.code({ sessionId })
    expect(elsewhere.code).not.toBe(code)
  })

  test('is shown to the teacher of the class alone, while the session is open', async () => {
    const { teacher, sessionId } = await lesson()
    const stranger = world.api(await world.user(['TEACHER']))
    expect(await refusal(stranger.sessions.code({ sessionId }))).toBe('request.not_found')
    await world.api(teacher).sessions.close({ sessionId })
    expect(await refusal(world.api(teacher).sessions.code({ sessionId }))).toBe('sessions.closed')
  })
})

describe('clocking by code', () => {
  test('in, out, and each of them twice; nothing of a face is stored', async () => {
    const { shown, clock, teacher, ben, sessionId } = await lesson()
    world.wait(2)
    const cameAt = world.clock.now
    expect(await clock(await shown())).toEqual({
      kind: 'clocked_in',
      status: 'PRESENT',
      clockedInAt: cameAt,
      clockedOutAt: null,
    })
    expect(await clock(await shown())).toMatchObject({ kind: 'already_in', clockedInAt: cameAt })
    world.wait(40)
    expect(await clock(await shown(), 'out')).toMatchObject({ kind: 'clocked_out' })
    expect(await clock(await shown(), 'in')).toMatchObject({ kind: 'returned', clockedInAt: cameAt })
    const { students } = await world.api(teacher).sessions.board({ sessionId })
    expect(students[0]?.record).toMatchObject({ status: 'PRESENT', method: 'CODE', clockedInAt: cameAt })
    const { changes } = await world.api(teacher).attendance.recordHistory({ sessionId, studentId: ben.id })
    expect(changes.map(({ method }) => method)).toEqual(['CODE', 'CODE', 'CODE'])
    expect(await world.db.change.count()).toBe(3)
    const stored = [world.db.template, world.db.enrolmentPhoto, world.db.evidence, world.db.faceCheck]
    for (const table of stored) expect(await (table.count as () => Promise<number>)()).toBe(0)
  })

  test('late by the same rule as by face', async () => {
    const { shown, clock } = await lesson()
    world.wait(10.001)
    expect(await clock(await shown())).toMatchObject({ status: 'LATE' })
  })

  test('with the spaces that it is read with', async () => {
    const { shown, clock } = await lesson()
    const code = await shown()
    expect(await clock(` ${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ kind: 'clocked_in' })
  })

  test.each([
    ['the one before is still right', 29.999, 'clocked_in'],
    ['in the last moment too', 59.999, 'clocked_in'],
  ])('%s', async (_, seconds, kind) => {
    const { shown, clock } = await lesson()
    const code = await shown()
    world.wait(seconds * second)
    expect(await clock(code)).toMatchObject({ kind })
  })

  test('the one before that has run out, and says so', async () => {
    const { shown, clock } = await lesson()
    const code = await shown()
    world.wait(1)
    expect(await refusal(clock(code))).toBe('code.run_out')
  })

  test('a code that is still to come is wrong', async () => {
    const { shown, clock } = await lesson()
    world.wait(1)
    const next = await shown()
    world.wait(-0.5)
    expect(await refusal(clock(next))).toBe('code.wrong')
  })

  test('the code of another session is wrong', async () => {
    const { clock } = await lesson()
    expect(await refusal(clock(await (await lesson()).shown()))).toBe('code.wrong')
  })

  test('out before in, in a closed session, and in a class that is not one’s own', async () => {
    const { shown, clock, teacher, sessionId } = await lesson()
    const code = await shown()
    expect(await refusal(clock(code, 'out'))).toBe('attendance.not_clocked_in')
    const outsider = world.api(await world.user(['STUDENT'])).clocking
    const call = outsider.byCode({ sessionId, direction: 'in', code })
    expect(await refusal(call)).toBe('attendance.not_in_class')
    await world.api(teacher).sessions.close({ sessionId })
    expect(await refusal(clock(code))).toBe('sessions.closed')
  })
})

describe('wrong codes', () => {
  test('10 in 5 minutes; then the right one is refused too, and the person is told how long', async () => {
    const { shown, clock } = await lesson()
    const wrong = await wrongCode(shown)
    for (let i = 0; i < 10; i++) expect(await refusal(clock(wrong))).toBe('code.wrong')
    expect(await refusal(clock(await shown()))).toBe('request.too_many')
  })

  test('many at the same moment count all the same', async () => {
    const { shown, clock } = await lesson()
    const wrong = await wrongCode(shown)
    const answers = await Promise.all(Array.from({ length: 30 }, () => refusal(clock(wrong))))
    expect(answers.filter((answer) => answer === 'code.wrong').length).toBeLessThanOrEqual(10)
  })

  test('a right one takes nothing from a person or a device', async () => {
    const { shown, clock, teacher, classId, sessionId } = await lesson()
    for (let i = 0; i < 25; i++) {
      const student = await world.user(['STUDENT'])
      await world.db.member.create({
        data: { placeId: classId, userId: student.id, number: i + 10, joinedAt: world.clock.now },
      })
      const api = world.api(student, { device: 'kiosk' })
      await api.clocking.byCode({ sessionId, direction: 'in', code: await shown() })
    }
    expect(await clock(await shown(), 'in', { device: 'kiosk' })).toMatchObject({ kind: 'clocked_in' })
    expect((await world.api(teacher).sessions.board({ sessionId })).students).toHaveLength(26)
  })

  test('30 from one device, whoever types them', async () => {
    for (let person = 0; person < 3; person++) {
      const { shown, clock } = await lesson()
      const wrong = await wrongCode(shown)
      for (let i = 0; i < 10; i++)
        expect(await refusal(clock(wrong, 'in', { device: 'kiosk' }))).toBe('code.wrong')
    }
    const { shown, clock } = await lesson()
    const wrong = await wrongCode(shown)
    expect(await refusal(clock(wrong, 'in', { device: 'kiosk' }))).toBe('request.too_many')
    expect(await refusal(clock(wrong, 'in', { device: 'phone' }))).toBe('code.wrong')
  })
})
