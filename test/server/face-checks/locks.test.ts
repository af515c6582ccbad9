import { PrismaPg } from '@prisma/adapter-pg'
import { onlyWithdrawn } from '@test/support/consents'
import { refusal } from '@test/support/errors'
import { faceSwitches } from '@test/support/face-switches'
import { lessonIn } from '@test/support/lesson'
import { clockForm, portraitFile } from '@test/support/pictures'
import { testWorld } from '@test/support/world'
import { TRPCError } from '@trpc/server'
import { describe, expect, test } from 'vitest'
import { AppError } from '@/domain/errors'
import { PrismaClient } from '@/server/db/generated/client'
import { beginTry, purgeLocks, settleTry, takeBackTry } from '@/server/face-checks/locks'

const world = testWorld()

const lockOf = (userId: string) => world.db.faceLock.findUnique({ where: { key: `person:${userId}` } })

async function misses(userId: string, count: number, changes: { pausedUntil?: Date } = {}) {
  const key = `person:${userId}`
  const data = { misses: count, pausedUntil: null, ...changes, updatedAt: world.clock.now }
  await world.db.faceLock.upsert({ where: { key }, create: { key, ...data }, update: data })
}

async function secondsToWait(call: Promise<unknown>): Promise<number> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  const cause = error instanceof TRPCError ? error.cause : error
  if (!(cause instanceof AppError) || cause.code !== 'face.paused') throw error
  return Number(cause.params.seconds)
}

describe('misses in a row', () => {
  test('the 5th is followed by 30 seconds in which no face is looked at, each further one by twice as long', async () => {
    const { anna, clock } = await lessonIn(world)
    for (let i = 0; i < 5; i++) expect(await refusal(clock('berta'))).toBe('face.not_recognised')
    expect(await secondsToWait(clock('anna'))).toBe(30)
    world.wait(29.999 / 60)
    expect(await secondsToWait(clock('anna'))).toBe(1)
    world.wait(0.001 / 60)
    expect(await refusal(clock('berta'))).toBe('face.not_recognised')
    expect(await secondsToWait(clock('anna'))).toBe(60)
    expect(await lockOf(anna.id)).toMatchObject({ misses: 6 })
  })

  test('a pause neither reads nor keeps a frame', async () => {
    const { anna, clock } = await lessonIn(world)
    await misses(anna.id, 5, { pausedUntil: new Date(world.clock.now.getTime() + 30_000) })
    expect(await refusal(clock('anna'))).toBe('face.paused')
    expect(await world.db.faceCheck.count()).toBe(0)
  })

  test('end with a match', async () => {
    const { anna, clock } = await lessonIn(world)
    await misses(anna.id, 4)
    expect(await clock('anna')).toMatchObject({ kind: 'clocked_in' })
    expect(await lockOf(anna.id)).toBeNull()
  })

  test('a picture that cannot be used is none, nor is one that the engine had no room for', async () => {
    const { anna, sessionId } = await lessonIn(world)
    await misses(anna.id, 4)
    const dark = clockForm(sessionId, 'in', [await portraitFile('anna', { brightness: 0.06 })])
    expect(await refusal(world.api(anna).clocking.byFace(dark))).toBe('face.too_dark')
    expect(await lockOf(anna.id)).toMatchObject({ misses: 4, pausedUntil: null })
    const engine = await world.context().faceEngine()
    const full = { ...engine, readBurst: () => Promise.reject(new AppError('face.busy')) }
    const busy = world.api(anna, { faceEngine: async () => full }).clocking
    const form = clockForm(sessionId, 'in', [await portraitFile('anna')])
    expect(await refusal(busy.byFace(form))).toBe('face.busy')
    expect(await lockOf(anna.id)).toMatchObject({ misses: 4, pausedUntil: null })
  })

  test('a match after which the person turns out to have withdrawn is none', async () => {
    const { anna, sessionId } = await lessonIn(world)
    await misses(anna.id, 4)
    const engine = await world.context().faceEngine()
    const meanwhile: typeof engine = {
      ...engine,
      async readBurst(...given) {
        await onlyWithdrawn(world)
        return engine.readBurst(...given)
      },
    }
    const form = clockForm(sessionId, 'in', [await portraitFile('anna')])
    const api = world.api(anna, { faceEngine: async () => meanwhile, device: 'phone' })
    expect(await refusal(api.clocking.byFace(form))).toBe('attendance.no_consent')
    expect(await lockOf(anna.id)).toMatchObject({ misses: 4, pausedUntil: null })
    expect(await world.db.faceLock.count({ where: { misses: { gt: 0 } } })).toBe(1)
  })

  test('20 at one device pause it for everybody, and nobody’s face is switched off for it', async () => {
    const { anna, clock } = await lessonIn(world)
    const key = 'device:kiosk'
    await world.db.faceLock.create({ data: { key, misses: 19, updatedAt: world.clock.now } })
    expect(await refusal(clock('berta', { device: 'kiosk' }))).toBe('face.not_recognised')
    expect(await secondsToWait(clock('anna', { device: 'kiosk' }))).toBe(30)
    expect(await clock('anna', { device: 'phone' })).toMatchObject({ kind: 'clocked_in' })
    expect((await world.db.user.findUniqueOrThrow({ where: { id: anna.id } })).faceOff).toBeNull()
  })
})

describe('two processes on one database', () => {
  test('40 tries at the same moment: 5 begin, the others are paused', async () => {
    const { anna } = await lessonIn(world, { enrolled: false })
    const second = new PrismaClient({ adapter: new PrismaPg({ connectionString: world.url }) })
    const address = 'one device'
    const processes = [world.as(anna, { address }), world.as(anna, { address, db: second })]
    const tries = Array.from({ length: 20 }, () => processes.map((ctx) => beginTry(ctx, anna.id))).flat()
    const answers = await Promise.allSettled(tries)
    await second.$disconnect()
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'face.paused' })
    expect(await lockOf(anna.id)).toMatchObject({ misses: 5 })
  })

  test('tries that end at the same moment, each in its way, leave what is right', async () => {
    const { anna } = await lessonIn(world, { enrolled: false })
    const ctx = world.as(anna)
    const begun = await Promise.all([1, 2, 3, 4].map(() => beginTry(ctx, anna.id)))
    await Promise.all(
      begun.map((one, index) =>
        index < 2
          ? takeBackTry(ctx, one)
          : world.db.$transaction((tx) => settleTry(tx, one, 'NOT_MATCHED', world.clock.now)),
      ),
    )
    expect(await lockOf(anna.id)).toMatchObject({ misses: 2, pausedUntil: null })
  })
})

describe('the 50th miss in a row', () => {
  test('switches the face off and says why; templates stay, and the code still works', async () => {
    const { anna, teacher, sessionId, clock, code } = await lessonIn(world)
    await misses(anna.id, 49)
    expect(await refusal(clock('berta'))).toBe('face.off_misses')
    expect(await refusal(clock('anna'))).toBe('face.off_misses')
    expect(await world.db.template.count()).toBe(2)
    expect(await faceSwitches(world)).toMatchObject([
      { userId: anna.id, reason: 'TOO_MANY_MISSES', actorId: null, at: world.clock.now },
    ])
    expect(await world.api(anna).enrolment.status()).toMatchObject({ faceOff: 'TOO_MANY_MISSES' })
    const byCode = world.api(anna).clocking.byCode
    expect(await byCode({ sessionId, direction: 'in', code: await code() })).toMatchObject({
      kind: 'clocked_in',
    })
    const { students } = await world.api(teacher).sessions.board({ sessionId })
    expect(students[0]).toMatchObject({ faceOff: 'TOO_MANY_MISSES', record: { method: 'CODE' } })
  })

  test('is undone by the teacher at once, and the row of misses with it', async () => {
    const { anna, teacher, clock } = await lessonIn(world)
    await misses(anna.id, 49)
    await refusal(clock('berta'))
    expect(await refusal(world.api(anna).faceOptOut.setOwn({ off: false }))).toBe('face_off.not_yours')
    await world.api(teacher).faceOptOut.setOf({ userId: anna.id, off: false })
    expect(await lockOf(anna.id)).toBeNull()
    expect(await clock('anna')).toMatchObject({ kind: 'clocked_in' })
    expect(await faceSwitches(world)).toMatchObject([
      { reason: 'TOO_MANY_MISSES', actorId: null },
      { reason: null, actorId: teacher.id },
    ])
  })
})

test('locks of browsers go after a week, a person’s misses stay', async () => {
  const { anna } = await lessonIn(world, { enrolled: false })
  await beginTry(world.as(anna, { device: 'kiosk' }), anna.id)
  world.wait(7 * 24 * 60 + 1)
  await purgeLocks(world.context())
  expect(await world.db.faceLock.findMany({ select: { key: true } })).toEqual([{ key: `person:${anna.id}` }])
})
