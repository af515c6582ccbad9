import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { kioskOf } from '@test/support/kiosk-world'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { MAX_KIOSKS } from '@/domain/kiosks'
import { registerKiosk } from '@/server/kiosks/service'

const world = testWorld()

async function kioskToBe() {
  const teacher = await world.user(['TEACHER'])
  const { id: classId } = await makeClass(world.db, { teacher, students: [], now: world.clock.now })
  const added = await world.api(teacher).kiosks.add({ placeId: classId, name: 'Front door' })
  return { teacher, classId, ...added }
}

const register = (link: string) => registerKiosk(world.context(), { link })

describe('the link that makes a device the kiosk', () => {
  test('works once, within 15 minutes, and says before what for', async () => {
    const { link } = await kioskToBe()
    expect(await world.api().kiosks.byLink({ link })).toEqual({ name: 'Front door', placeName: 'Physics 9b' })
    world.wait(14.99)
    const { token } = await register(link)
    expect(await kioskOf(world, token)).toMatchObject({ name: 'Front door' })
    expect(await refusal(register(link))).toBe('kiosks.link_dead')
    expect(await refusal(world.api().kiosks.byLink({ link }))).toBe('kiosks.link_dead')
  })

  test('is dead after 15 minutes', async () => {
    const { link } = await kioskToBe()
    world.wait(15)
    expect(await refusal(register(link))).toBe('kiosks.link_dead')
  })

  test('lets one of two devices in that open it at the same moment', async () => {
    const { link } = await kioskToBe()
    const both = await Promise.allSettled([register(link), register(link)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test.each(['', 'short', 'a'.repeat(43), `${'a'.repeat(42)}'`])('is not “%s”', async (link) => {
    await kioskToBe()
    expect(await refusal(register(link))).toBe('kiosks.link_dead')
  })

  test('made anew takes the place of the device that was the kiosk', async () => {
    const { teacher, kioskId, link } = await kioskToBe()
    const { token: old } = await register(link)
    const renewed = await world.api(teacher).kiosks.renewLink({ kioskId })
    expect(await kioskOf(world, old)).not.toBeNull()
    const { token } = await register(renewed.link)
    expect(await kioskOf(world, old)).toBeNull()
    expect(await kioskOf(world, token)).toMatchObject({ id: kioskId })
  })

  test('and the token behind it are kept as hashes only', async () => {
    const { link } = await kioskToBe()
    const { token } = await register(link)
    const rows = JSON.stringify(await world.db.kiosk.findMany())
    expect(rows).not.toContain(link)
    expect(rows).not.toContain(token)
  })
})

describe('the kiosks of a class', () => {
  test('are listed with when they were last seen', async () => {
    const { teacher, classId, link } = await kioskToBe()
    const list = () => world.api(teacher).kiosks.ofPlace({ placeId: classId })
    expect(await list()).toMatchObject([{ name: 'Front door', registeredAt: null, here: false }])
    const { token } = await register(link)
    const registeredAt = world.clock.now
    expect(await list()).toMatchObject([
      { registeredAt, lastSeenAt: registeredAt, here: true, linkUntil: null },
    ])
    world.wait(2)
    expect(await list()).toMatchObject([{ here: false }])
    await world.api(null, { kiosk: await kioskOf(world, token) }).kiosks.state()
    expect(await list()).toMatchObject([{ here: true, lastSeenAt: world.clock.now }])
  })

  test('are gone at once when they are removed', async () => {
    const { teacher, classId, kioskId, link } = await kioskToBe()
    const { token } = await register(link)
    await world.api(teacher).kiosks.revoke({ kioskId })
    expect(await kioskOf(world, token)).toBeNull()
    expect(await world.api(teacher).kiosks.ofPlace({ placeId: classId })).toEqual([])
    expect(await refusal(world.api().kiosks.state())).toBe('kiosks.not_registered')
  })

  test('are nobody else’s to see, change or remove', async () => {
    const { classId, kioskId } = await kioskToBe()
    const other = world.api(await world.user(['TEACHER'])).kiosks
    expect(await refusal(other.ofPlace({ placeId: classId }))).toBe('request.not_found')
    expect(await refusal(other.add({ placeId: classId, name: 'Mine' }))).toBe('request.not_found')
    expect(await refusal(other.update({ kioskId, speaks: true }))).toBe('request.not_found')
    expect(await refusal(other.renewLink({ kioskId }))).toBe('request.not_found')
    expect(await refusal(other.revoke({ kioskId }))).toBe('request.not_found')
  })

  test(`are at most ${MAX_KIOSKS}`, async () => {
    const { teacher, classId } = await kioskToBe()
    const add = () => world.api(teacher).kiosks.add({ placeId: classId, name: 'Another' })
    for (let i = 1; i < MAX_KIOSKS; i++) await add()
    expect(await refusal(add())).toBe('kiosks.too_many')
  })
})

describe('a kiosk', () => {
  test('shows the class’s time zone, and what is planned while nothing is open', async () => {
    const { teacher, classId, link } = await kioskToBe()
    const { token } = await register(link)
    const kiosk = await kioskOf(world, token)
    const state = () => world.api(null, { kiosk }).kiosks.state()
    expect(await state()).toMatchObject({
      schoolClass: { name: 'Physics 9b', timeZone: 'Europe/Berlin' },
      session: null,
      next: null,
    })
    await world.api(teacher).sessions.create({ classId, openNow: false, plannedStart: '2026-03-02T09:00' })
    expect(await state()).toMatchObject({ next: { plannedStart: new Date('2026-03-02T08:00:00Z') } })
    const { id } = await world.api(teacher).sessions.create({ classId, openNow: true })
    expect(await state()).toMatchObject({ session: { id, students: 0, identifies: false } })
  })
})
