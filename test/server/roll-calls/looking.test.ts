import { consentedTo } from '@test/support/consents'
import { refusal } from '@test/support/errors'
import { groupPhoto, lesson, marksOf, readRollCall } from '@test/support/roll-call-material'
import { testWorld } from '@test/support/world'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { ROOM_PHOTO_NOTICE } from '@/domain/enrolment'
import { purgeRollCalls } from '@/server/roll-calls/discard'
import { photoView } from '@/server/roll-calls/review'

const world = testWorld()
const HOUR = 60

/** A roll call of both group photos, read; `look` shows one of them to somebody. */
async function read() {
  const school = await lesson(world)
  const photos = [await groupPhoto('annaAndDora'), await groupPhoto('bertaAndClara')]
  const rollCallId = await readRollCall(world, school.api, school.sessionId, photos)
  const review = await school.api.rollCalls.review({ rollCallId })
  const [first = '', second = ''] = review.photos.map(({ id }) => id)
  const look = (photoId: string, who = school.teacher) => photoView(world.as(who), { photoId })
  const kept = async () =>
    (await school.api.rollCalls.review({ rollCallId })).photos.map(({ position }) => position)
  const left = () => world.db.rollCallPhoto.count({ where: { view: { not: null } } })
  return { ...school, rollCallId, review, first, second, look, kept, left }
}

describe('a photo of the class, once it was read,', () => {
  test('is kept small, sealed and upright, and the photo itself is not', async () => {
    const { first, look } = await read()
    for (const { view, image } of await world.db.rollCallPhoto.findMany()) {
      expect(image).toBeNull()
      expect(Buffer.from(view ?? []).includes(Buffer.from('JFIF'))).toBe(false)
    }
    const { format, width, height, exif } = await sharp(await look(first)).metadata()
    expect({ format, exif }).toEqual({ format: 'jpeg', exif: undefined })
    expect(Math.max(width, height)).toBeLessThanOrEqual(1600)
  }, 120_000)

  test('is shown to whoever leads the class and to nobody else', async () => {
    const { first, look, people } = await read()
    await look(first)
    const stranger = await world.user(['TEACHER', 'STUDENT', 'ADMIN'])
    for (const other of [stranger, people.anna])
      expect(await refusal(look(first, other))).toBe('request.not_found')
  }, 120_000)

  test('says where each face is, in thousandths of it', async () => {
    const { review } = await read()
    for (const { box } of review.faces) {
      expect(box.x).toBeGreaterThan(-100)
      expect(box.x + box.width).toBeLessThan(1100)
      expect(box.y + box.height).toBeLessThan(1100)
      expect(box.width).toBeGreaterThan(10)
    }
  }, 120_000)

  test('is gone when the roll call is confirmed', async () => {
    const { api, rollCallId, review, first, look, left } = await read()
    await api.rollCalls.confirm({ rollCallId, marks: marksOf(review.faces) })
    expect(await refusal(look(first))).toBe('request.not_found')
    expect(await left()).toBe(0)
  }, 120_000)

  test('is gone when it is discarded', async () => {
    const { api, rollCallId, first, look, left } = await read()
    await api.rollCalls.discard({ rollCallId })
    expect(await refusal(look(first))).toBe('request.not_found')
    expect(await left()).toBe(0)
  }, 120_000)

  test('is gone within a day, though nobody did either', async () => {
    const { left } = await read()
    world.wait(22 * HOUR)
    await purgeRollCalls(world.context())
    expect(await left()).toBe(2)
    // Looked after once an hour.
    world.wait(HOUR)
    await purgeRollCalls(world.context())
    expect(await left()).toBe(0)
  }, 120_000)

  test('is gone with its class', async () => {
    const { classId, left } = await read()
    await world.db.place.delete({ where: { id: classId } })
    expect(await left()).toBe(0)
  }, 120_000)

  test('is gone where somebody in it withdraws, and the others stay', async () => {
    const { people, first, second, look, kept } = await read()
    await world.api(people.anna).enrolment.withdraw()
    expect(await refusal(look(first))).toBe('request.not_found')
    await look(second)
    expect(await kept()).toEqual([2])
  }, 120_000)

  test('is not kept where somebody in it agreed to a notice that does not say so', async () => {
    const school = await lesson(world)
    const { api, sessionId, people } = school
    await consentedTo(world, ROOM_PHOTO_NOTICE - 1, people.anna.id)
    const photos = [await groupPhoto('annaAndDora'), await groupPhoto('bertaAndClara')]
    const rollCallId = await readRollCall(world, api, sessionId, photos)
    const { faces, photos: kept } = await api.rollCalls.review({ rollCallId })
    expect(kept.map(({ position }) => position)).toEqual([2])
    // She is found as before.
    expect(faces.map(({ studentId }) => studentId)).toContain(people.anna.id)
  }, 120_000)
})
