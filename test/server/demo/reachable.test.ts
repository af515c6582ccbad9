import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import type { Reach } from '@/domain/demo'
import type { Actor } from '@/server/context/context'

const world = testWorld()
const there: Reach = { HOST: '0.0.0.0', TRUST_PROXY: false }

async function demoAdmin(): Promise<Actor> {
  const user = await world.user(['ADMIN'], 'Priya Raman')
  await world.db.demoAccount.create({ data: { userId: user.id } })
  return user
}

function admin(who: Actor, reach: Reach) {
  const { settings } = world.context()
  return world.api(who, { settings: { ...settings, reach } }).demo
}

test.each<[string, Reach]>([
  ['the server listens on every address', there],
  ['a proxy stands in front', { ...there, HOST: '127.0.0.1', TRUST_PROXY: true }],
  ['people type another address', { ...there, HOST: '127.0.0.1', PUBLIC_URL: 'https://school.example' }],
])('an administrator is told of the demo where %s', async (_, reach) => {
  await demoAdmin()
  const own = await world.user(['ADMIN'])
  expect(await admin(own, reach).reachable()).toMatchObject({
    ...{ accounts: [{ name: 'Priya Raman', roles: ['ADMIN'] }], open: false, removable: true },
  })
})

test('nobody is told where only this machine can reach it', async () => {
  await demoAdmin()
  const own = await world.user(['ADMIN'])
  const found = await admin(own, { HOST: '127.0.0.1', TRUST_PROXY: false }).reachable()
  expect(found.accounts).toEqual([])
})

test('one button takes it away, and tells the way to an administrator where none is left', async () => {
  const priya = await demoAdmin()
  const removed = await admin(priya, there).remove()
  expect(removed).toMatchObject({
    accounts: 1,
    firstAdminPath: expect.stringMatching(/^\/first-admin\/[\w-]{43}$/),
  })
  expect(await world.db.user.count()).toBe(0)
})

test('where everybody may enter the demo, its people cannot take it away, and whoever runs the server can', async () => {
  const priya = await demoAdmin()
  const own = await world.user(['ADMIN'])
  const open = { ...there, DEMO: true }
  expect(await admin(priya, open).reachable()).toMatchObject({ open: true, removable: false })
  await expect(admin(priya, open).remove()).rejects.toThrow('demo.by_command')
  expect(await admin(own, open).remove()).toMatchObject({ accounts: 1, firstAdminPath: null })
})
