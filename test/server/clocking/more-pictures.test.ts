import { PrismaPg } from '@prisma/adapter-pg'
import { challengeForm, framesFor } from '@test/support/challenge-answers'
import { refusal } from '@test/support/errors'
import { lessonIn } from '@test/support/lesson'
import { setTemplates, vectorAt, vectorOf } from '@test/support/near-template'
import { clockForm, portraitFile } from '@test/support/pictures'
import type { PortraitOptions, Sitter } from '@test/support/sample-portraits'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import { currentCalibration } from '@/server/calibration/current'
import { runCalibration } from '@/server/calibration/run'
import type { ServiceContext } from '@/server/context/context'
import { PrismaClient } from '@/server/db/generated/client'
import { evidenceImage } from '@/server/evidence/service'

const world = testWorld()

/** Anna, whose one picture is almost enough and whose other is more than that; both together are. */
async function almostKnown({ liveness = 'PAD' as const as 'PAD' | 'OFF' | 'CHALLENGE', share = 0.3 } = {}) {
  const lesson = await lessonIn(world, { liveness })
  const { anna, sessionId } = lesson
  const first = await vectorOf(world, await portraitFile('anna', { share: 0.44 }))
  const second = await vectorOf(world, await portraitFile('annaAgain', { share: 0.44 }))
  const model = (await world.context().recogniser()) ?? ''
  const { thresholds } = await currentCalibration(world.context(), model)
  const { likely, withCode: verify } = thresholds
  // So near to `likely` that the first is almost enough; the second comes the nearer for it.
  await setTemplates(world, vectorAt(verify - share * (verify - likely), first, second))
  const picture = (who: Sitter, options: PortraitOptions = {}) =>
    portraitFile(who, { share: 0.44, ...options })
  const send = async (who: Sitter, ticket?: string, changes: Partial<ServiceContext> = {}, extra = {}) => {
    const form = clockForm(sessionId, 'in', [await picture(who, extra)])
    if (ticket) form.set('ticket', ticket)
    return world.api(anna, { device: 'phone', ...changes }).clocking.byFace(form)
  }
  const begin = async (changes: Partial<ServiceContext> = {}) => {
    const answer = await send('anna', undefined, changes)
    if (answer.kind !== 'more') throw new Error(`The answer was ${answer.kind}`)
    return answer.ticket
  }
  return { ...lesson, thresholds, picture, send, begin }
}

const misses = async (userId: string) =>
  (await world.db.faceLock.findUnique({ where: { key: `person:${userId}` } }))?.misses ?? 0
const checks = () => world.db.faceCheck.findMany({ include: { evidence: true } })

/** With the basic recogniser a face that is enough before the site is measured counts together with the code. */
const enough = async (call: Promise<{ kind: string }>) =>
  call.then(
    ({ kind }) => kind,
    (error: unknown) => refusal(Promise.reject(error)),
  )

describe('a face that is almost enough', () => {
  test('is asked for three more pictures: neither clocked in nor told that it does not match', async () => {
    const { anna, begin } = await almostKnown()
    const ticket = await begin()
    expect(ticket.length).toBeGreaterThan(100)
    expect(await world.db.attendance.count()).toBe(0)
    expect(await checks()).toMatchObject([{ outcome: 'NOT_MATCHED', reason: 'face.more_pictures' }])
    expect(await misses(anna.id)).toBe(1)
  })

  test('both looks together clock in, as one check with what decided, and end the row of misses', async () => {
    const { anna, teacher, begin, send, thresholds } = await almostKnown()
    const ticket = await begin()
    const [before] = await checks()
    world.wait(0.1)
    expect(['clocked_in', 'face.second_factor']).toContain(await enough(send('annaAgain', ticket)))
    const [check, ...others] = await checks()
    expect(others).toEqual([])
    expect(check).toMatchObject({ id: before?.id, outcome: 'MATCHED', at: world.clock.now })
    expect(check?.similarity).toBeGreaterThanOrEqual(thresholds.withCode)
    expect(before?.similarity).toBeLessThan(thresholds.withCode)
    expect(check?.evidence?.id).not.toBe(before?.evidence?.id)
    const picture = await evidenceImage(world.as(teacher), { faceCheckId: check?.id ?? '' })
    expect(picture.subarray(0, 2)).toEqual(Buffer.of(0xff, 0xd8))
    expect(await misses(anna.id)).toBe(0)
  })

  test('both looks together are not enough: one miss in all, and one check', async () => {
    const { anna, begin, send } = await almostKnown()
    const ticket = await begin()
    expect(await refusal(send('anna', ticket))).toBe('face.not_recognised')
    expect(await misses(anna.id)).toBe(1)
    expect(await checks()).toMatchObject([{ outcome: 'NOT_MATCHED', reason: 'face.not_recognised' }])
    expect(await world.db.attendance.count()).toBe(0)
  })

  test('another person in the new pictures counts for nothing', async () => {
    const { anna, begin, send } = await almostKnown()
    expect(await refusal(send('berta', await begin()))).toBe('face.not_recognised')
    expect(await misses(anna.id)).toBe(1)
  })

  test('new pictures that cannot be used say why, and the first look stays a miss', async () => {
    const { anna, begin, send } = await almostKnown()
    const dark = { brightness: 0.06 }
    expect(await refusal(send('annaAgain', await begin(), {}, dark))).toBe('face.too_dark')
    expect(await misses(anna.id)).toBe(1)
    const [check] = await checks()
    expect(check).toMatchObject({ outcome: 'NOT_MATCHED', reason: 'face.not_recognised' })
    expect(check?.similarity).not.toBeNull()
    expect(await world.db.evidence.count()).toBe(1)
  })

  test('the 5th miss begins a pause, and the three more pictures are still looked at', async () => {
    const { anna, begin, send } = await almostKnown()
    const data = { misses: 4, updatedAt: world.clock.now }
    await world.db.faceLock.create({ data: { key: `person:${anna.id}`, ...data } })
    const ticket = await begin()
    expect(await refusal(send('anna'))).toBe('face.paused')
    expect(['clocked_in', 'face.second_factor']).toContain(await enough(send('annaAgain', ticket)))
  })

  test('the miss that switches the face off is not put off by asking for more', async () => {
    const { anna, send } = await almostKnown()
    const data = { misses: 49, updatedAt: world.clock.now }
    await world.db.faceLock.create({ data: { key: `person:${anna.id}`, ...data } })
    expect(await refusal(send('anna'))).toBe('face.off_misses')
  })

  test('both looks count as tries', async () => {
    const { anna, begin, send } = await almostKnown()
    const points = async () =>
      (await world.db.tryCount.findUnique({ where: { key: `face check:${anna.id}` } }))?.points
    const ticket = await begin()
    expect(await points()).toBe(1)
    await enough(send('annaAgain', ticket))
    expect(await points()).toBe(2)
  })
})

describe('somebody else', () => {
  test('is never asked for more pictures', async () => {
    const { send } = await almostKnown()
    expect(await refusal(send('berta'))).toBe('face.not_recognised')
    expect(await checks()).toMatchObject([{ reason: 'face.not_recognised' }])
  })

  test('who stays just below is refused, and just above is asked', async () => {
    const below = await almostKnown({ share: 1.02 })
    expect(await refusal(below.send('anna'))).toBe('face.not_recognised')
    await world.db.faceLock.deleteMany()
    const above = await almostKnown({ share: 0.98 })
    expect((await above.begin()).length).toBeGreaterThan(0)
  })
})

describe('a ticket', () => {
  test('works once, of two at the same moment for one', async () => {
    const { begin, send } = await almostKnown()
    const ticket = await begin()
    const second = new PrismaClient({ adapter: new PrismaPg({ connectionString: world.url }) })
    const answers = await Promise.all([
      enough(send('annaAgain', ticket)),
      enough(send('annaAgain', ticket, { db: second })),
    ])
    await second.$disconnect()
    expect(answers.filter((one) => one === 'challenge.used')).toHaveLength(1)
    expect(await refusal(send('annaAgain', ticket))).toBe('challenge.used')
  })

  test('taken by a process that ended meanwhile is gone, and the first look stays a miss', async () => {
    const { anna, begin, send } = await almostKnown()
    const engine = await world.context().faceEngine()
    const broken = { ...engine, readBurst: () => Promise.reject(new Error('ended')) }
    const ticket = await begin()
    await enough(send('annaAgain', ticket, { faceEngine: async () => broken })).catch(() => {})
    expect(await refusal(send('annaAgain', ticket))).toBe('challenge.used')
    expect(await misses(anna.id)).toBe(1)
    expect(await checks()).toMatchObject([{ outcome: 'NOT_MATCHED', reason: 'face.not_recognised' }])
  })

  test('may be used again where the engine had no room', async () => {
    const { begin, send } = await almostKnown()
    const engine = await world.context().faceEngine()
    const full = { ...engine, readBurst: () => Promise.reject(new AppError('face.busy')) }
    const ticket = await begin()
    expect(await refusal(send('annaAgain', ticket, { faceEngine: async () => full }))).toBe('face.busy')
    expect(['clocked_in', 'face.second_factor']).toContain(await enough(send('annaAgain', ticket)))
  })

  test('is good for a minute', async () => {
    const { begin, send } = await almostKnown()
    const ticket = await begin()
    world.wait(1.001)
    expect(await refusal(send('annaAgain', ticket))).toBe('challenge.expired')
  })

  test('is of one person, one purpose and one device, and of nobody’s making', async () => {
    const { anna, teacher, classId, begin, send, sessionId, picture } = await almostKnown()
    const ticket = await begin()
    expect(await refusal(send('annaAgain', ticket, { device: 'other' }))).toBe('challenge.expired')
    expect(await refusal(send('annaAgain', `${ticket.slice(0, -4)}AAAA`))).toBe('challenge.expired')
    const ben = await world.user(['STUDENT'])
    await world.db.member.create({
      data: { placeId: classId, userId: ben.id, number: 2, joinedAt: world.clock.now },
    })
    const form = clockForm(sessionId, 'in', [await picture('annaAgain')])
    form.set('ticket', ticket)
    expect(await refusal(world.api(ben, { device: 'phone' }).clocking.byFace(form))).toBe('challenge.expired')
    await world.api(teacher).attendance.mark({ sessionId, studentId: anna.id, status: 'PRESENT' })
    const out = clockForm(sessionId, 'out', [await picture('annaAgain')])
    out.set('ticket', ticket)
    expect(await refusal(world.api(anna, { device: 'phone' }).clocking.byFace(out))).toBe('challenge.expired')
  })

  test('stays good when the site is measured anew meanwhile: both looks are judged by the new version', async () => {
    const { begin, send } = await almostKnown()
    const ticket = await begin()
    const model = (await world.context().recogniser()) ?? ''
    const { id: calibrationId } = await runCalibration(world.context(), model)
    expect(['clocked_in', 'face.second_factor']).toContain(await enough(send('annaAgain', ticket)))
    expect(await checks()).toMatchObject([{ outcome: 'MATCHED', calibrationId }])
  })

  test('is worth nothing to somebody who withdrew and agreed anew', async () => {
    const { anna, begin, send, picture } = await almostKnown()
    const ticket = await begin()
    const api = world.api(anna).enrolment
    await api.withdraw()
    await api.giveConsent({ noticeVersion: NOTICE_VERSION })
    for (const who of ['anna', 'annaAgain'] as const) {
      const form = new FormData()
      form.set('photo', await picture(who))
      await api.addPhoto(form)
    }
    expect(await refusal(send('annaAgain', ticket))).toBe('challenge.expired')
  })

  test('says nothing of the face to whoever holds it', async () => {
    const { begin } = await almostKnown()
    const bytes = Buffer.from(await begin(), 'base64url')
    expect(bytes.includes(Buffer.from('userId'))).toBe(false)
  })
})

describe('the class’s liveness policy', () => {
  test('without any: as with a look for pictures of pictures', async () => {
    const { begin, send } = await almostKnown({ liveness: 'OFF' })
    expect(['clocked_in', 'face.second_factor']).toContain(await enough(send('annaAgain', await begin())))
  })

  test('a challenge: no other is asked for, plain pictures follow, and its course stays with the check', async () => {
    const { anna, sessionId, send } = await almostKnown({ liveness: 'CHALLENGE' })
    const device = { device: 'phone' }
    const api = world.api(anna, device).clocking
    const { id: challengeId, steps } = await api.startChallenge({ sessionId, direction: 'in' })
    const shown = await framesFor(steps)
    world.wait(0.1)
    const [still] = shown.frames
    if (!still) throw new Error('no frame')
    const { likely, withCode: verify } = (await almostThresholds()) ?? {}
    if (likely === undefined || verify === undefined) throw new Error('no thresholds')
    const other = await vectorOf(world, await portraitFile('annaAgain', { share: 0.44 }))
    await setTemplates(world, vectorAt(verify - 0.3 * (verify - likely), await vectorOf(world, still), other))
    const answer = await api.byFace(challengeForm(sessionId, 'in', { challengeId, ...shown }))
    if (answer.kind !== 'more') throw new Error(answer.kind)
    expect(['clocked_in', 'face.second_factor']).toContain(await enough(send('annaAgain', answer.ticket)))
    expect(await checks()).toMatchObject([
      { outcome: 'MATCHED', liveness: 'CHALLENGE', challenge: { verdict: 'passed' } },
    ])
  })

  test('that became stricter meanwhile ends the ticket', async () => {
    const { begin, send, classId } = await almostKnown()
    const ticket = await begin()
    await world.db.place.update({ where: { id: classId }, data: { liveness: 'CHALLENGE' } })
    expect(await refusal(send('annaAgain', ticket))).toBe('challenge.expired')
  })
})

async function almostThresholds() {
  const model = (await world.context().recogniser()) ?? ''
  return (await currentCalibration(world.context(), model)).thresholds
}
