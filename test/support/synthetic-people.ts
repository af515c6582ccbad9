import { randomUUID } from 'node:crypto'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { unit } from '@/domain/face/matching'
import { sealVector } from '@/server/biometrics/templates'
import type { Actor } from '@/server/context/context'
import type { testWorld } from './world'

type World = ReturnType<typeof testWorld>

/** A direction of its own for each number, the same in every run. */
export function direction(number: number, size = 256): Float32Array {
  let state = (number + 1) * 0x9e3779b9
  return unit(
    Float32Array.from({ length: size }, () => {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0
      return (state >>> 8) / 2 ** 24 - 0.5
    }),
  )
}

/** `share` of one direction and the rest of another. */
export function between(a: Float32Array, b: Float32Array, share: number): Float32Array {
  return unit(a.map((x, i) => share * x + Math.sqrt(1 - share * share) * (b[i] ?? 0)))
}

/** Gives somebody a consent and photos whose templates are these vectors. */
export async function enrolVectors(
  world: World,
  user: Actor,
  vectors: Float32Array[],
  model = 'retail-0095',
): Promise<string[]> {
  const now = world.clock.now
  const ctx = world.context()
  await world.db.consent.create({ data: { userId: user.id, noticeVersion: NOTICE_VERSION, givenAt: now } })
  const photoIds = vectors.map(() => randomUUID())
  for (const [i, vector] of vectors.entries()) {
    const id = photoIds[i] ?? ''
    await world.db.enrolmentPhoto.create({
      data: {
        id,
        userId: user.id,
        createdAt: now,
        templates: {
          create: { model, vector: sealVector(ctx, id, vector), createdAt: now },
        },
      },
    })
  }
  return photoIds
}

/** So many students who resemble nobody, each with two photos. */
export async function strangers(world: World, count: number, from = 0): Promise<Actor[]> {
  const people: Actor[] = []
  for (let i = 0; i < count; i++) {
    const person = await world.user(['STUDENT'], `Student ${from + i + 1}`)
    const own = direction(from + i)
    const photos = [0, 1].map((n) => between(own, direction(10_000 + 2 * (from + i) + n), 0.9))
    await enrolVectors(world, person, photos)
    people.push(person)
  }
  return people
}
