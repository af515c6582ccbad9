import { refusal } from '@test/support/errors'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { isKnownDevice, purgeDevices, rememberDevice } from '@/server/account/devices'
import { hashPassword } from '@/server/auth/password'
import type { Actor } from '@/server/context/context'

const world = testWorld()
const device = 'a'.repeat(64)
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0'
const DAY = 24 * 60

const remember = (person: Actor, key = device) =>
  rememberDevice(world.context(), { userId: person.id, device: key, userAgent })
const known = (person: Actor, key = device) =>
  isKnownDevice(world.db, { userId: person.id, device: key, now: world.clock.now })

describe('a browser', () => {
  test('counts for the account that signed in there with its password, and for no other', async () => {
    const [anna, berta] = [await world.user(['STUDENT']), await world.user(['STUDENT'])]
    await remember(anna)
    expect(await known(anna)).toBe(true)
    expect(await known(berta)).toBe(false)
    expect(await known(anna, 'b'.repeat(64))).toBe(false)
  })

  test('can hold several accounts, and one of them twice is one row', async () => {
    const [anna, berta] = [await world.user(['STUDENT']), await world.user(['STUDENT'])]
    for (const person of [anna, berta, anna]) await remember(person)
    expect(await world.db.signInDevice.count()).toBe(2)
    expect(await known(berta)).toBe(true)
  })

  test('is a stranger again after 180 days without a sign-in, and its row is deleted', async () => {
    const anna = await world.user(['STUDENT'])
    await remember(anna)
    world.wait(179 * DAY)
    expect(await known(anna)).toBe(true)
    await purgeDevices(world.context())
    world.wait(DAY)
    expect(await known(anna)).toBe(false)
    expect(await world.api(anna).account.devices()).toEqual([])
    await purgeDevices(world.context())
    expect(await world.db.signInDevice.count()).toBe(0)
  })

  test('is kept as a hash that another account cannot be found by', async () => {
    const [anna, berta] = [await world.user(['STUDENT']), await world.user(['STUDENT'])]
    await remember(anna)
    await remember(berta)
    const rows = await world.db.signInDevice.findMany()
    const hashes = rows.map(({ tokenHash }) => Buffer.from(tokenHash).toString('hex'))
    expect(new Set(hashes).size).toBe(2)
    expect(hashes).not.toContain(device)
  })
})

describe('the list of browsers', () => {
  test('names each, the one used last first, and marks this one', async () => {
    const anna = await world.user(['STUDENT'])
    await remember(anna)
    world.wait(5)
    await remember(anna, 'b'.repeat(64))
    const devices = await world.api(anna, { device }).account.devices()
    expect(devices).toMatchObject([
      { browser: 'Firefox', system: 'Linux', current: false },
      { browser: 'Firefox', system: 'Linux', current: true },
    ])
    expect(Object.keys(devices[0] ?? {}).sort()).toEqual(['browser', 'current', 'id', 'lastUsedAt', 'system'])
  })

  test('loses one that is revoked, which nobody else can do', async () => {
    const [anna, berta] = [await world.user(['STUDENT']), await world.user(['STUDENT'])]
    await remember(anna)
    const [row] = await world.api(anna).account.devices()
    const deviceId = row?.id ?? ''
    expect(await refusal(world.api(berta).account.revokeDevice({ deviceId }))).toBe('request.not_found')
    await world.api(anna).account.revokeDevice({ deviceId })
    expect(await known(anna)).toBe(false)
    await remember(anna)
    expect(await known(anna)).toBe(true)
  })

  test('is empty after all are revoked, and nobody else loses theirs', async () => {
    const [anna, berta] = [await world.user(['STUDENT']), await world.user(['STUDENT'])]
    for (const person of [anna, berta]) await remember(person)
    await world.api(anna).account.revokeAllDevices()
    expect(await world.api(anna).account.devices()).toEqual([])
    expect(await known(berta)).toBe(true)
  })

  test.each(['changing the password', 'signing out everywhere'])('is empty after %s', async (way) => {
    const anna = await world.user(['STUDENT'])
    const passwordHash = await hashPassword('walnut stair lantern')
    await world.db.user.update({ where: { id: anna.id }, data: { passwordHash } })
    await remember(anna)
    if (way === 'signing out everywhere') await world.api(anna).account.signOutEverywhere()
    else
      await world.api(anna).account.changePassword({
        currentPassword: 'walnut stair lantern',
        newPassword: 'quiet copper meadow',
      })
    expect(await known(anna)).toBe(false)
  })
})
