import { enrolAs } from '@test/support/lesson'
import { vectorAt, vectorOf } from '@test/support/near-template'
import { photoForm, portraitFile } from '@test/support/pictures'
import type { PortraitOptions, Sitter } from '@test/support/sample-portraits'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { holdsTemplateOf } from '@/server/calibration/cohort'
import { currentCalibration } from '@/server/calibration/current'
import type { Actor } from '@/server/context'
import { sealVector } from '@/server/enrolment/templates'

const world = testWorld()

async function agreed(name = 'Anna'): Promise<Actor> {
  const user = await world.user(['STUDENT'], name)
  await world.api(user).enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
  return user
}

const add = async (user: Actor, who: Sitter, options: PortraitOptions = {}) =>
  world.api(user).enrolment.addPhoto(photoForm(await portraitFile(who, options)))

const advice = (user: Actor) => world.api(user).enrolment.advice()

/** Gives somebody's photos these vectors, oldest first. */
async function setVectors(user: Actor, vectors: Float32Array[]) {
  const rows = await world.db.template.findMany({
    where: { userId: user.id },
    orderBy: { createdAt: 'asc' },
    select: { id: true, photoId: true },
  })
  for (const [i, { id, photoId }] of rows.entries()) {
    const vector = sealVector(world.context(), photoId, vectors[i] as Float32Array)
    await world.db.template.update({ where: { id }, data: { vector } })
  }
  return rows.map(({ photoId }) => photoId)
}

describe('whether the photos will work', () => {
  test('is not said of none or one, and at once of two that are alike', async () => {
    const anna = await agreed()
    expect(await advice(anna)).toBeNull()
    await add(anna, 'anna', { share: 0.44 })
    expect(await advice(anna)).toBeNull()
    await add(anna, 'anna', { share: 0.5 })
    expect(await advice(anna)).toEqual({ advice: 'good', worst: null })
  })

  test('two that differ would be helped by one more, and one of three that does not fit is named', async () => {
    const anna = await agreed()
    for (const share of [0.44, 0.47, 0.5]) {
      await add(anna, 'anna', { share })
      world.wait(1)
    }
    const model = (await world.context().recogniser()) ?? ''
    const { alone, likely } = (await currentCalibration(world.context(), model)).thresholds
    const one = await vectorOf(world, await portraitFile('anna', { share: 0.44 }))
    const other = await vectorOf(world, await portraitFile('berta', { share: 0.44 }))
    const odd = vectorAt((alone + likely) / 2, one, other)
    const [, , third] = await setVectors(anna, [one, one, odd])
    expect(await advice(anna)).toEqual({ advice: 'one_more', worst: third })
    await world.api(anna).enrolment.deletePhoto({ photoId: third ?? '' })
    expect(await advice(anna)).toMatchObject({ advice: 'good' })
    await setVectors(anna, [one, odd])
    expect(await advice(anna)).toEqual({ advice: 'one_more', worst: null })
  })

  test('is not said while the face is off, after withdrawing, or by another recogniser’s templates', async () => {
    const anna = await agreed()
    for (const share of [0.44, 0.5]) await add(anna, 'anna', { share })
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
  /** Anna, and somebody whose one photo is hers: nobody stays behind it by enough. */
  async function annaAndDouble() {
    const anna = await agreed()
    for (const share of [0.44, 0.5]) await add(anna, 'anna', { share })
    const berta = await world.user(['STUDENT'], 'Berta')
    await world.api(berta).enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
    for (const share of [0.42, 0.5]) await add(berta, 'berta', { share })
    const one = await vectorOf(world, await portraitFile('anna', { share: 0.44 }))
    await setVectors(berta, [one, one])
    await world.db.template.updateMany({ where: { userId: berta.id }, data: { createdAt: world.clock.now } })
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
    await world.db.consent.updateMany({ where: { userId: anna.id }, data: { noticeVersion: 1 } })
    expect(await advice(anna)).toEqual({ advice: 'good', worst: null })
  })
})

test('each person hears of their own photos only', async () => {
  const anna = await agreed()
  await enrolAs(world, anna)
  const ben = await world.user(['STUDENT'], 'Ben')
  expect(await advice(ben)).toBeNull()
})
