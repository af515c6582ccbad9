import { randomUUID } from 'node:crypto'
import { consentedTo } from '@test/support/consents'
import { enrolAs } from '@test/support/lesson'
import { vectorAt, vectorOf } from '@test/support/near-template'
import { photoForm, portraitFile } from '@test/support/pictures'
import type { Sitter } from '@test/support/sample-portraits'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { sealVector } from '@/server/biometrics/templates'
import { holdsTemplateOf } from '@/server/calibration/cohort'
import { currentCalibration } from '@/server/calibration/current'
import type { Actor } from '@/server/context/context'

const world = testWorld()

async function agreed(name = 'Anna'): Promise<Actor> {
  const user = await world.user(['STUDENT'], name)
  await world.api(user).enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
  return user
}

const advice = (user: Actor) => world.api(user).enrolment.advice()

/** Lets somebody have photos of which the recogniser read these vectors, oldest first. The photos by their ids. */
async function withPhotos(user: Actor, vectors: readonly Float32Array[]): Promise<string[]> {
  const model = (await world.context().recogniser()) ?? ''
  const ids = vectors.map(() => randomUUID())
  for (const [i, id] of ids.entries()) {
    const createdAt = new Date(world.clock.now.getTime() + i)
    const vector = sealVector(world.context(), id, vectors[i] as Float32Array)
    const templates = { create: { model, vector, createdAt } }
    await world.db.enrolmentPhoto.create({ data: { id, userId: user.id, createdAt, templates } })
  }
  return ids
}

const faceOf = async (who: Sitter) => vectorOf(world, await portraitFile(who, { share: 0.44 }))

/** A face that is the same person's, and no more: neither alone nor good. */
async function oddOne(): Promise<Float32Array> {
  const model = (await world.context().recogniser()) ?? ''
  const { alone, likely } = (await currentCalibration(world.context(), model)).thresholds
  return vectorAt((alone + likely) / 2, await faceOf('anna'), await faceOf('berta'))
}

describe('whether the photos will work', () => {
  test('is not said of none or one, and at once of two', async () => {
    const anna = await agreed()
    const add = async (who: Sitter) => world.api(anna).enrolment.addPhoto(photoForm(await portraitFile(who)))
    expect(await advice(anna)).toBeNull()
    await add('anna')
    expect(await advice(anna)).toBeNull()
    await add('annaAgain')
    expect(await advice(anna)).not.toBeNull()
  })

  test('photos that are alike are good', async () => {
    const anna = await agreed()
    const one = await faceOf('anna')
    await withPhotos(anna, [one, one])
    expect(await advice(anna)).toEqual({ advice: 'good', worst: null })
  })

  test('two that differ would be helped by one more', async () => {
    const anna = await agreed()
    await withPhotos(anna, [await faceOf('anna'), await oddOne()])
    expect(await advice(anna)).toEqual({ advice: 'one_more', worst: null })
  })

  test('the one of three that does not fit is named, and without it the others are good', async () => {
    const anna = await agreed()
    const one = await faceOf('anna')
    const [, , third = ''] = await withPhotos(anna, [one, one, await oddOne()])
    expect(await advice(anna)).toEqual({ advice: 'one_more', worst: third })
    await world.api(anna).enrolment.deletePhoto({ photoId: third })
    expect(await advice(anna)).toEqual({ advice: 'good', worst: null })
  })

  test('is not said while the face is off, after withdrawing, or by another recogniser’s templates', async () => {
    const anna = await agreed()
    const one = await faceOf('anna')
    await withPhotos(anna, [one, one])
    await world.db.user.update({ where: { id: anna.id }, data: { faceOff: 'STAFF' } })
    expect(await advice(anna)).toBeNull()
    await world.db.user.update({ where: { id: anna.id }, data: { faceOff: null } })
    await world.db.template.updateMany({ data: { model: 'older' } })
    expect(await advice(anna)).toBeNull()
    await world.api(anna).enrolment.withdraw()
    expect(await advice(anna)).toBeNull()
  })
})

describe('among the people of the site', () => {
  /** Anna, and somebody whose photos are hers: nobody stays behind by enough. */
  async function annaAndDouble() {
    const anna = await agreed()
    const berta = await agreed('Berta')
    const one = await faceOf('anna')
    for (const user of [anna, berta]) await withPhotos(user, [one, one])
    return { anna, berta }
  }

  test('somebody who looks the same stands in the way, until they withdraw', async () => {
    const { anna, berta } = await annaAndDouble()
    expect(await advice(anna)).toMatchObject({ advice: 'one_more' })
    await world.api(berta).enrolment.withdraw()
    expect(await advice(anna)).toEqual({ advice: 'good', worst: null })
    const model = (await world.context().recogniser()) ?? ''
    expect(holdsTemplateOf(world.context(), model, berta.id)).toBe(false)
  })

  test('who agreed to the earlier notice is held against nobody', async () => {
    const { anna } = await annaAndDouble()
    await consentedTo(world, 1, anna.id)
    expect(await advice(anna)).toEqual({ advice: 'good', worst: null })
  })
})

test('each person hears of their own photos only', async () => {
  const anna = await agreed()
  await enrolAs(world, anna)
  const ben = await world.user(['STUDENT'], 'Ben')
  expect(await advice(ben)).toBeNull()
})
