import { consentedTo } from '@test/support/consents'
import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { clockForm, photoForm, portraitFile } from '@test/support/pictures'
import type { Sitter } from '@test/support/sample-portraits'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { COHORT_NOTICE, NOTICE_VERSION } from '@/domain/enrolment'
import type { Actor } from '@/server/context/context'
import { evidenceImage, purgeEvidence } from '@/server/evidence/service'

const world = testWorld()

async function enrol(user: Actor) {
  const api = world.api(user)
  await api.enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
  for (const who of ['anna', 'annaAgain'] as const) {
    await api.enrolment.addPhoto(photoForm(await portraitFile(who)))
  }
}

async function lesson({ enrolled = true } = {}) {
  const teacher = await world.user(['TEACHER'], 'Ms Okafor')
  const anna = await world.user(['STUDENT'], 'Anna')
  if (enrolled) await enrol(anna)
  const { id: classId } = await makeClass(world.db, { teacher, students: [anna], now: world.clock.now })
  const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
  const clock = async (direction: 'in' | 'out', who: Sitter = 'anna', user = anna) => {
    const frames = await Promise.all([0.44, 0.46, 0.48].map((share) => portraitFile(who, { share })))
    return world.api(user).clocking.byFace(clockForm(sessionId, direction, frames))
  }
  return { teacher, anna, classId, sessionId, clock }
}

describe('clocking in by face', () => {
  test('on time, out again, and each of them twice', async () => {
    const { clock, teacher, sessionId } = await lesson()
    world.wait(10)
    const cameAt = world.clock.now
    expect(await clock('in')).toEqual({
      kind: 'clocked_in',
      status: 'PRESENT',
      clockedInAt: cameAt,
      clockedOutAt: null,
    })
    world.wait(1)
    expect(await clock('in')).toMatchObject({ kind: 'already_in', clockedInAt: cameAt })
    world.wait(30)
    const leftAt = world.clock.now
    expect(await clock('out')).toMatchObject({ kind: 'clocked_out', clockedOutAt: leftAt })
    world.wait(1)
    expect(await clock('out')).toMatchObject({ kind: 'already_out', clockedOutAt: leftAt })
    const { students } = await world.api(teacher).sessions.board({ sessionId })
    expect(students[0]?.record).toMatchObject({ status: 'PRESENT', method: 'FACE', clockedInAt: cameAt })
  })

  test('late after the class’s 10 minutes, by the server’s clock', async () => {
    const { clock } = await lesson()
    world.wait(10.001)
    expect(await clock('in')).toMatchObject({ status: 'LATE' })
  })

  test('keeps why it was decided so, and the snapshot sealed', async () => {
    const { clock, anna, teacher, sessionId } = await lesson()
    await clock('in')
    const engine = await world.context().faceEngine()
    const check = await world.db.faceCheck.findFirstOrThrow({ include: { evidence: true } })
    expect(check).toMatchObject({
      userId: anna.id,
      purpose: 'CLOCK_IN',
      outcome: 'MATCHED',
      reason: null,
      model: engine.recogniser,
      at: world.clock.now,
    })
    expect(check.similarity).toBeGreaterThan(check.threshold)
    if (engine.pad) expect(check.live).toBeGreaterThan(check.liveThreshold ?? 1)
    else expect([check.live, check.liveThreshold]).toEqual([null, null])
    expect(Buffer.from(check.evidence?.image ?? []).includes(Buffer.from('JFIF'))).toBe(false)
    for (const viewer of [anna, teacher]) {
      const picture = await evidenceImage(world.as(viewer), { faceCheckId: check.id })
      expect(picture.subarray(0, 2)).toEqual(Buffer.of(0xff, 0xd8))
    }
    const stranger = world.as(await world.user(['TEACHER', 'STUDENT', 'ADMIN']))
    expect(await refusal(evidenceImage(stranger, { faceCheckId: check.id }))).toBe('request.not_found')
    const { faceChecks } = await world
      .api(teacher)
      .attendance.recordHistory({ sessionId, studentId: anna.id })
    expect(faceChecks).toMatchObject([{ id: check.id, outcome: 'MATCHED', hasEvidence: true }])
  })

  test('a stranger’s face is refused and kept as evidence, and no record is made', async () => {
    const { clock, teacher, sessionId } = await lesson()
    expect(await refusal(clock('in', 'berta'))).toBe('face.not_recognised')
    const check = await world.db.faceCheck.findFirstOrThrow({ include: { evidence: true } })
    expect(check).toMatchObject({ outcome: 'NOT_MATCHED', reason: 'face.not_recognised' })
    expect(check.evidence).not.toBeNull()
    const { students } = await world.api(teacher).sessions.board({ sessionId })
    expect(students[0]?.record).toBeNull()
  })

  test('no usable frame says what to do', async () => {
    const { anna, sessionId } = await lesson()
    const dark = await portraitFile('anna', { brightness: 0.06 })
    const call = world.api(anna).clocking.byFace(clockForm(sessionId, 'in', [dark]))
    expect(await refusal(call)).toBe('face.too_dark')
    expect(await world.db.faceCheck.findFirst()).toMatchObject({ outcome: 'UNUSABLE', similarity: null })
  })

  test('somebody marked absent who comes after all is present, and the teacher’s mark stays in the history', async () => {
    const { clock, teacher, anna, sessionId } = await lesson()
    const record = { sessionId, studentId: anna.id }
    await world.api(teacher).attendance.mark({ ...record, status: 'ABSENT' })
    world.wait(3)
    expect(await clock('in')).toMatchObject({ kind: 'clocked_in', status: 'PRESENT' })
    const { changes } = await world.api(teacher).attendance.recordHistory(record)
    expect(changes).toMatchObject([
      { oldStatus: 'ABSENT', newStatus: 'PRESENT', method: 'FACE', actor: { name: 'Anna' } },
      { oldStatus: null, newStatus: 'ABSENT', method: 'HAND', actor: { name: 'Ms Okafor' } },
    ])
  })

  test('at the same moment from two devices makes one record', async () => {
    const { clock } = await lesson()
    const answers = await Promise.all([clock('in'), clock('in')])
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['already_in', 'clocked_in'])
    expect(await world.db.change.count({ where: { subject: 'attendance' } })).toBe(1)
  })
})

describe('a new recogniser', () => {
  test('makes its own templates from the photos that are kept, and nobody enrols again', async () => {
    const { clock, anna } = await lesson()
    await world.db.template.updateMany({ data: { model: 'older' } })
    expect(await world.api(anna).enrolment.status()).toMatchObject({
      enrolled: true,
      recogniserChanged: false,
    })
    expect(await clock('in')).toMatchObject({ kind: 'clocked_in' })
    const { recogniser } = await world.context().faceEngine()
    expect(await world.db.template.count({ where: { model: recogniser } })).toBe(2)
  })
})

describe('while the frames are worked on', () => {
  /** Clocks in with an engine that lets something happen before it answers. */
  async function clockDuring(lessonOf: Awaited<ReturnType<typeof lesson>>, happen: () => Promise<unknown>) {
    const engine = await world.context().faceEngine()
    const slow = {
      ...engine,
      readBurst: async (pictures: readonly Uint8Array[]) => {
        const results = await engine.readBurst(pictures)
        await happen()
        return results
      },
    }
    const api = world.api(lessonOf.anna, { faceEngine: async () => slow })
    return api.clocking.byFace(clockForm(lessonOf.sessionId, 'in', [await portraitFile('anna')]))
  }

  test('the person withdraws, and agrees anew: nothing made from the frames is kept', async () => {
    const given = await lesson()
    const api = world.api(given.anna)
    const clocking = clockDuring(given, async () => {
      await api.enrolment.withdraw()
      await api.enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
    })
    expect(await refusal(clocking)).toBe('attendance.no_consent')
    expect([await world.db.faceCheck.count(), await world.db.evidence.count()]).toEqual([0, 0])
    expect(await world.db.attendance.count()).toBe(0)
  })

  test('the session ends: the record stays absent, and the check that matched is kept', async () => {
    const given = await lesson()
    const { teacher, sessionId } = given
    const clocking = clockDuring(given, () => world.api(teacher).sessions.close({ sessionId }))
    expect(await refusal(clocking)).toBe('sessions.closed')
    expect(await world.db.faceCheck.findFirst()).toMatchObject({ outcome: 'MATCHED' })
    expect(await world.db.attendance.findFirst()).toMatchObject({ status: 'ABSENT' })
  })

  test('the teacher removes the student: no record is made', async () => {
    const given = await lesson()
    const { teacher, classId, anna } = given
    const removal = { placeId: classId, userId: anna.id }
    const clocking = clockDuring(given, () => world.api(teacher).places.removeMember(removal))
    expect(await refusal(clocking)).toBe('attendance.not_in_class')
    expect(await world.db.attendance.count()).toBe(0)
  })
})

describe('who cannot', () => {
  test('somebody without consent, and somebody without photos', async () => {
    const { clock, anna } = await lesson({ enrolled: false })
    expect(await refusal(clock('in'))).toBe('attendance.no_consent')
    await world.api(anna).enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
    expect(await refusal(clock('in'))).toBe('attendance.not_enrolled')
    expect(await world.db.faceCheck.count()).toBe(0)
  })

  test('somebody whose templates another recogniser made, where no photos are kept', async () => {
    const { clock } = await lesson()
    await world.db.template.updateMany({ data: { model: 'older' } })
    await world.db.enrolmentPhoto.updateMany({ data: { image: null } })
    expect(await refusal(clock('in'))).toBe('attendance.model_changed')
  })

  test('somebody who is not in the class', async () => {
    const { clock } = await lesson()
    const outsider = await world.user(['STUDENT'])
    expect(await refusal(clock('in', 'anna', outsider))).toBe('attendance.not_in_class')
  })

  test('anybody once the session is closed, and out before in', async () => {
    const { clock, teacher, sessionId } = await lesson()
    expect(await refusal(clock('out'))).toBe('attendance.not_clocked_in')
    await world.api(teacher).sessions.close({ sessionId })
    expect(await refusal(clock('in'))).toBe('sessions.closed')
  })

  test('somebody who tries too often', async () => {
    const { clock, anna } = await lesson()
    await world.db.rateLimiterFlexible.create({
      data: { key: `face check:${anna.id}`, points: 20, expire: new Date(Date.now() + 60_000) },
    })
    expect(await refusal(clock('in'))).toBe('request.too_many')
  })
})

test('whoever agreed to a notice before the site’s people took part is compared with nobody else', async () => {
  const { clock, anna } = await lesson()
  await consentedTo(world, COHORT_NOTICE - 1, anna.id)
  await clock('in')
  const check = await world.db.faceCheck.findFirstOrThrow()
  expect(check).toMatchObject({ outcome: 'MATCHED', lead: null })
  expect(check.similarity).toBe(check.cosine)
})

describe('withdrawing consent', () => {
  test('erases photos, templates, evidence and scores at once, and says how many; records stay', async () => {
    const { clock, anna, sessionId, teacher } = await lesson()
    await clock('in')
    const scores = ['similarity', 'cosine', 'lead', 'live'] as const
    const kept = { OR: scores.map((score) => ({ [score]: { not: null } })) }
    expect(await world.db.faceCheck.count({ where: kept })).toBe(1)
    expect(await world.api(anna).enrolment.withdraw()).toEqual({ photos: 2, templates: 2, evidence: 1 })
    const left = await Promise.all([
      world.db.enrolmentPhoto.count(),
      world.db.template.count(),
      world.db.evidence.count(),
      world.db.faceCheck.count({ where: kept }),
    ])
    expect(left).toEqual([0, 0, 0, 0])
    expect(await refusal(clock('out'))).toBe('attendance.no_consent')
    const { students } = await world.api(teacher).sessions.board({ sessionId })
    expect(students[0]).toMatchObject({ enrolled: false, record: { status: 'PRESENT' } })
  })
})

describe('evidence', () => {
  test('is erased after 30 days, not a moment before', async () => {
    const { clock } = await lesson()
    await clock('in')
    const minutes = 30 * 24 * 60
    world.wait(minutes - 1)
    expect(await purgeEvidence(world.context())).toEqual({ erased: 0 })
    world.wait(1)
    expect(await purgeEvidence(world.context())).toEqual({ erased: 1 })
    expect(await world.db.faceCheck.count()).toBe(1)
  })
})
