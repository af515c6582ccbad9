import { PrismaPg } from '@prisma/adapter-pg'
import { refusal } from '@test/support/errors'
import { lessonIn } from '@test/support/lesson'
import { clockForm, portraitFile } from '@test/support/pictures'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { sealVector } from '@/server/biometrics/templates'
import { currentCalibration } from '@/server/calibration/current'
import { PrismaClient } from '@/server/db/generated/client'

const world = testWorld()

/** Unit vector whose cosine with the given one is as wanted. */
function vectorAt(cosine: number, towards: Float32Array): Float32Array {
  const length = Math.hypot(...towards)
  const unit = towards.map((value) => value / length)
  // Any other direction, with what it shares with the first taken away.
  const raw = unit.map((_, index) => (index % 2 === 0 ? 1 : -1))
  const shared = raw.reduce((sum, value, index) => sum + value * (unit[index] ?? 0), 0)
  const across = raw.map((value, index) => value - shared * (unit[index] ?? 0))
  const acrossLength = Math.hypot(...across)
  const sine = Math.sqrt(1 - cosine * cosine)
  return unit.map((value, index) => cosine * value + (sine * (across[index] ?? 0)) / acrossLength)
}

const answerOf = (call: Promise<{ kind: string }>) =>
  call.then(
    ({ kind }) => kind,
    (error: unknown) => refusal(Promise.reject(error)),
  )

/** A client that writes down every statement, and an engine that writes down everything it is asked. */
async function watched() {
  const statements: string[] = []
  const asked: string[] = []
  const db = new PrismaClient({
    adapter: new PrismaPg({ connectionString: world.url }),
    log: [{ emit: 'event', level: 'query' }],
  })
  db.$on('query', ({ query }) => statements.push(query))
  const engine = await world.context().faceEngine()
  const noting = new Proxy(engine, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        asked.push(String(key))
        return Reflect.apply(value, target, args)
      }
    },
  })
  // Sorted, because what is asked at the same time comes in any order.
  const take = () => ({ statements: statements.splice(0).sort(), asked: asked.splice(0) })
  return { db: db as PrismaClient, faceEngine: async () => noting, take }
}

test('a near miss and a far one take the same statements and the same work of the engine, and so does who is asked for more', async () => {
  const { anna, sessionId } = await lessonIn(world)
  const engine = await world.context().faceEngine()
  const frame = await portraitFile('anna')
  const seen = await engine.readSelfie(new Uint8Array(await frame.arrayBuffer()))
  if (!seen.ok) throw new Error(seen.problem)
  const { vector, recogniser } = seen.selfie
  const { thresholds } = await currentCalibration(world.context(), recogniser)
  const { db, faceEngine, take } = await watched()
  // As one browser that is known, so that each try counts for the same keys.
  const as = { db, faceEngine, device: 'phone' }

  async function miss(cosine: number, answer = 'face.not_recognised') {
    const photos = await world.db.template.findMany({ select: { id: true, photoId: true } })
    for (const { id, photoId } of photos) {
      const sealed = sealVector(world.context(), photoId, vectorAt(cosine, vector))
      await world.db.template.update({ where: { id }, data: { vector: sealed } })
    }
    await world.db.faceLock.deleteMany()
    take()
    const form = clockForm(sessionId, 'in', [frame])
    expect(await answerOf(world.api(anna, as).clocking.byFace(form))).toBe(answer)
    const { similarity } = await world.db.faceCheck.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(similarity).toBeCloseTo(cosine, 3)
    return take()
  }

  await miss(0.1)
  const far = await miss(-0.5)
  const near = await miss(thresholds.likely - 0.002)
  // The answer differs from here on, and says no more than that: whoever is asked is asked alike.
  const almost = await miss(thresholds.likely + 0.002, 'more')
  const nearly = await miss(thresholds.withCode - 0.002, 'more')
  await db.$disconnect()
  expect(far.statements.length).toBeGreaterThan(10)
  expect(near.statements).toEqual(far.statements)
  expect(near.asked).toEqual(far.asked)
  expect(nearly).toEqual(almost)
  expect(almost).toEqual(far)
})
