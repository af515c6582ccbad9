import { refusal } from '@test/support/errors'
import { lessonIn } from '@test/support/lesson'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { deviceOf, renewDevice } from '@/server/auth/device-token'
import { newToken } from '@/server/auth/tokens'
import { beginTry } from '@/server/face-checks/locks'

const world = testWorld()
const DAY = 24 * 60
const ADDRESS = 'one network'

describe('the cookie of a browser', () => {
  test('is known again, prolonged each time, and another one for another browser', () => {
    const { key, cookie } = renewDevice(world.context(), '')
    expect(deviceOf(world.context(), cookie)).toBe(key)
    world.wait(179 * DAY)
    const renewed = renewDevice(world.context(), cookie)
    expect(renewed.key).toBe(key)
    world.wait(2 * DAY)
    expect(deviceOf(world.context(), cookie)).toBeNull()
    expect(deviceOf(world.context(), renewed.cookie)).toBe(key)
    expect(renewDevice(world.context(), '').key).not.toBe(key)
  })

  test('counts as none where it was made up, changed, or signed elsewhere', () => {
    const { cookie } = renewDevice(world.context(), '')
    const { settings, ...elsewhere } = world.context()
    const foreign = { ...elsewhere, settings: { ...settings, ticketKey: Buffer.alloc(32, 1) } }
    const other = renewDevice(world.context(), '').cookie.split('.')[0]
    const made = [newToken(), '', `x${cookie}`, `${other}.${cookie.split('.')[1]}`]
    for (const value of [...made, renewDevice(foreign, '').cookie])
      expect(deviceOf(world.context(), value)).toBeNull()
  })
})

describe('another cookie with each request', () => {
  const madeUp = () => ({ address: ADDRESS, device: deviceOf(world.context(), newToken()) })

  test('does not get round the limit of wrong codes from one network', async () => {
    const { anna, sessionId } = await lessonIn(world, { enrolled: false })
    const { address } = madeUp()
    const key = `session code address:${address}`
    await world.db.tryCount.create({
      data: { key, points: 299, expire: new Date(Date.now() + 60_000) },
    })
    const wrong = { sessionId, direction: 'in' as const, code: '000000' }
    const clock = () => refusal(world.api(anna, madeUp()).clocking.byCode(wrong))
    expect(await clock()).toBe('code.wrong')
    expect(await clock()).toBe('request.too_many')
  })

  test('does not get round the pause after misses from one network, and leaves no row of its own', async () => {
    const { anna } = await lessonIn(world, { enrolled: false })
    const key = `address:${ADDRESS}`
    await world.db.faceLock.create({ data: { key, misses: 99, updatedAt: world.clock.now } })
    await beginTry(world.as(anna, madeUp()), anna.id)
    expect(await refusal(beginTry(world.as(anna, madeUp()), anna.id))).toBe('face.paused')
    expect(await world.db.faceLock.count()).toBe(2)
  })
})
