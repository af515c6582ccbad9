import { refusal } from '@test/support/errors'
import { classWithKiosk } from '@test/support/kiosk-world'
import { clockForm, portraitFile } from '@test/support/pictures'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'

const world = testWorld()

describe('misses at a kiosk with somebody’s number', () => {
  test('pause that number there, and neither the person’s own phone nor another kiosk', async () => {
    const { stepUp, anna, sessionId, kiosk } = await classWithKiosk(world)
    const key = `pair:${anna.id}:${kiosk.id}`
    await world.db.faceLock.create({ data: { key, misses: 4, updatedAt: world.clock.now } })
    expect(await refusal(stepUp('berta', 1))).toBe('kiosks.not_matched')
    expect(await refusal(stepUp('anna', 1))).toBe('kiosks.no_face')
    expect(await world.db.faceLock.findUnique({ where: { key: `person:${anna.id}` } })).toBeNull()
    const data = { placeId: kiosk.placeId, name: 'Back door', createdAt: world.clock.now }
    const other = await world.db.kiosk.create({ data })
    const elsewhere = { kiosk: { ...kiosk, id: other.id } }
    expect(await refusal(stepUp('berta', 1, elsewhere))).toBe('kiosks.not_matched')
    const frames = [await portraitFile('anna', { share: 0.44 })]
    const { clocking } = world.api(anna, { device: 'her phone' })
    expect(await clocking.byFace(clockForm(sessionId, 'in', frames))).toMatchObject({ kind: 'clocked_in' })
  })

  test('never switch a face off, however many there are', async () => {
    const { stepUp, anna, kioskId } = await classWithKiosk(world)
    const key = `pair:${anna.id}:${kioskId}`
    await world.db.faceLock.create({ data: { key, misses: 60, updatedAt: world.clock.now } })
    expect(await refusal(stepUp('berta', 1))).toBe('kiosks.not_matched')
    expect((await world.db.user.findUniqueOrThrow({ where: { id: anna.id } })).faceOff).toBeNull()
    world.wait(61)
    expect(await stepUp('anna', 1)).toMatchObject({ firstName: 'Anna' })
    expect(await world.db.faceLock.findUnique({ where: { key } })).toBeNull()
  })

  test('take none of the person’s own looks', async () => {
    const { stepUp, anna, kioskId, sessionId } = await classWithKiosk(world)
    const expire = new Date(Date.now() + 60_000)
    const key = `face check:${anna.id} at ${kioskId}`
    await world.db.tryCount.create({ data: { key, points: 20, expire } })
    expect(await refusal(stepUp('anna', 1))).toBe('kiosks.no_face')
    const frames = [await portraitFile('anna', { share: 0.44 })]
    const answer = await world.api(anna).clocking.byFace(clockForm(sessionId, 'in', frames))
    expect(answer).toMatchObject({ kind: 'clocked_in' })
  })
})
