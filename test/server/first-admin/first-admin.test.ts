import { makeUser } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { signIn } from '@/server/account/sign-in'
import { offerFirstAdmin } from '@/server/first-admin/service'

const world = testWorld()
const somebody = { name: 'Noor Haddad', email: 'noor@school.example', password: 'seven quiet lamps' }

const offer = async () => {
  const path = await offerFirstAdmin(world.context())
  return path?.replace('/first-admin/', '') ?? null
}
const make = (link: string, person = somebody) => world.api().firstAdmin.make({ ...person, link })

test('the link that a start prints makes the first administrator, once', async () => {
  const link = (await offer()) ?? ''
  expect(await world.api().firstAdmin.link({ link })).toEqual({ usable: true })
  await make(link)
  await expect(make(link, { ...somebody, email: 'other@school.example' })).rejects.toThrow(
    'firstAdmin.link_dead',
  )
  const { id } = await signIn(world.context(), somebody)
  expect(await world.db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({ roles: ['ADMIN'] })
  expect(await offer()).toBeNull()
})

test('of two who use links at once one becomes the administrator', async () => {
  const links = [(await offer()) ?? '', (await offer()) ?? '']
  const people = [somebody, { ...somebody, email: 'second@school.example' }]
  const outcomes = await Promise.allSettled(
    [0, 1, 0, 1].map((n) => make(links[n] ?? '', people[n] ?? somebody)),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await world.db.user.count()).toBe(1)
  expect(await world.db.firstAdminLink.count()).toBe(0)
})

test('it is kept as a hash, for seven days, and counts no longer once somebody is an administrator', async () => {
  const link = (await offer()) ?? ''
  expect(JSON.stringify(await world.db.firstAdminLink.findMany())).not.toContain(link)
  world.wait(7 * 24 * 60)
  await expect(make(link)).rejects.toThrow('firstAdmin.link_dead')
  const another = (await offer()) ?? ''
  expect(await world.db.firstAdminLink.count()).toBe(1)
  await world.user(['ADMIN'])
  await expect(make(another)).rejects.toThrow('firstAdmin.link_dead')
})

test('a password that is too common, and an email that is taken, leave the link as it is', async () => {
  const link = (await offer()) ?? ''
  await expect(make(link, { ...somebody, password: 'password1234' })).rejects.toThrow()
  await makeUser(world.db, { ...somebody, roles: ['TEACHER'], now: world.clock.now })
  await expect(make(link)).rejects.toThrow('account.email_taken')
  await make(link, { ...somebody, email: 'third@school.example' })
})
