import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { newToken } from '@/server/auth/tokens'

const world = testWorld()
const school = 'the school'

describe('join codes', () => {
  test('30 right ones of one person are no guesses', async () => {
    const teacher = await world.user(['TEACHER'])
    const student = await world.user(['STUDENT'])
    const { joinCode } = await makeClass(world.db, { teacher, students: [], now: world.clock.now })
    for (let i = 0; i < 30; i++) await world.api(student).places.toJoin({ joinCode })
  })

  test('100 wrong ones from one school leave everybody there three of their own, and keep nobody out', async () => {
    const teacher = await world.user(['TEACHER'])
    const { joinCode } = await makeClass(world.db, { teacher, students: [], now: world.clock.now })
    const expire = new Date(Date.now() + 60_000)
    await world.db.tryCount.create({ data: { key: `join code address:${school}`, points: 100, expire } })
    const student = await world.user(['STUDENT'])
    const { places } = world.api(student, { address: school })
    for (let i = 0; i < 2; i++)
      expect(await refusal(places.join({ joinCode: 'ZZZZZZ' }))).toBe('classes.code_unknown')
    expect(await places.join({ joinCode })).toMatchObject({ name: expect.any(String) })
    expect(await refusal(places.join({ joinCode: 'ZZZZZZ' }))).toBe('classes.code_unknown')
    expect(await refusal(places.join({ joinCode }))).toBe('request.too_many')
  })
})

test('whoever tries dead links keeps nobody at the same address from using a good one', async () => {
  const teacher = await world.user(['TEACHER'])
  const { id: placeId } = await makeClass(world.db, { teacher, students: [], now: world.clock.now })
  const { link } = await world.api(teacher).kiosks.add({ placeId, name: 'Front door' })
  const { kiosks } = world.api(null, { address: school })
  for (let i = 0; i < 30; i++)
    expect(await refusal(kiosks.byLink({ link: newToken() }))).toBe('kiosks.link_dead')
  expect(await refusal(kiosks.byLink({ link: newToken() }))).toBe('request.too_many')
  expect(await kiosks.byLink({ link })).toMatchObject({ name: 'Front door' })
})
