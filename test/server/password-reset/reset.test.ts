import { outcomes, refusal } from '@test/support/errors'
import { linkIn } from '@test/support/mail-server'
import { bearing, makeAccount, makeToken, password } from '@test/support/tokens'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { signIn } from '@/server/account/sign-in'

const world = testWorld()
const newPassword = 'copper window melon'

async function handedOut() {
  const [admin, person] = [await makeAccount(world, ['ADMIN']), await makeAccount(world)]
  const { path } = await world.api(admin).passwordReset.handOut({ userId: person.id })
  return { admin, person, link: linkIn(path) }
}

const reset = (link: string) => world.api().passwordReset.use({ link, newPassword })

test('without mail an administrator is told who forgot, and hands out a link that works once', async () => {
  const [admin, person] = [await makeAccount(world, ['ADMIN']), await makeAccount(world)]
  await world.api().passwordReset.ask({ email: person.email })
  await world.api().passwordReset.ask({ email: 'nobody@example.org' })
  const office = world.api(admin).passwordReset
  expect(await office.waiting()).toMatchObject([{ person: { id: person.id }, askedAt: world.clock.now }])
  const link = linkIn((await office.handOut({ userId: person.id })).path)
  expect(await office.waiting()).toEqual([])
  expect(await world.api().passwordReset.link({ link })).toEqual({ usable: true })
  await reset(link)
  expect(await signIn(world.context(), { email: person.email, password: newPassword })).toMatchObject({
    id: person.id,
  })
  expect(await refusal(signIn(world.context(), { email: person.email, password }))).toBe(
    'auth.wrong_credentials',
  )
  expect(await refusal(reset(link))).toBe('account.link_dead')
  expect(await world.api().passwordReset.link({ link })).toEqual({ usable: false })
})

test('wishes for invented addresses hide nobody who forgot', async () => {
  const [admin, person] = [await makeAccount(world, ['ADMIN']), await makeAccount(world)]
  const invented = Array.from({ length: 150 }, (_, i) => ({
    ...{ kind: 'RESET_PASSWORD' as const, email: `p${i}@example.org`, createdAt: world.clock.now },
  }))
  await world.db.mail.createMany({ data: invented })
  world.wait(1)
  await world.api().passwordReset.ask({ email: person.email })
  expect(await world.api(admin).passwordReset.waiting()).toMatchObject([{ person: { id: person.id } }])
})

test('a new password ends tokens and sign-ins, and lets in whoever was locked out', async () => {
  const { person, link } = await handedOut()
  const token = await makeToken(world, person, ['classes:read'])
  const here = world.context()
  const wrong = { email: person.email, password: 'not the password' }
  for (let i = 0; i < 10; i++) await refusal(signIn(here, wrong))
  expect(await refusal(signIn(here, { email: person.email, password }))).toBe('request.too_many')
  await world.api(null, { address: here.address }).passwordReset.use({ link, newPassword })
  expect(await refusal(bearing(world, token))).toBe('tokens.invalid')
  expect(await signIn(here, { email: person.email, password: newPassword })).toMatchObject({
    sessionVersion: 1,
  })
})

test('a newer link takes the place of the one before; each counts for a day', async () => {
  const { admin, person, link } = await handedOut()
  const newer = linkIn((await world.api(admin).passwordReset.handOut({ userId: person.id })).path)
  expect(await refusal(reset(link))).toBe('account.link_dead')
  world.wait(24 * 60)
  expect(await refusal(reset(newer))).toBe('account.link_dead')
})

test('of two who use it at the same moment one sets the password', async () => {
  const { link } = await handedOut()
  expect(await outcomes([reset(link), reset(link)])).toEqual(['account.link_dead', 'done'])
})

test('a weak password uses no link up, and a link confirms no address that it was not sent to', async () => {
  const { person, link } = await handedOut()
  const weak = { link, newPassword: '123qweasdzxc' }
  expect(await refusal(world.api().passwordReset.use(weak))).toBe('account.password_common')
  const own = { link, newPassword: person.email.padEnd(12, '!') }
  expect(await refusal(world.api().passwordReset.use({ ...own, newPassword: person.email }))).toBe(
    'account.password_personal',
  )
  await reset(link)
  expect(await world.db.user.findUnique({ where: { id: person.id } })).toMatchObject({
    emailConfirmedAt: null,
  })
})

test('a disabled account has no link, and none that was made before works', async () => {
  const { admin, person, link } = await handedOut()
  await world.api(admin).people.disable({ userId: person.id, reason: 'Left' })
  expect(await refusal(reset(link))).toBe('account.link_dead')
  expect(await refusal(world.api(admin).passwordReset.handOut({ userId: person.id }))).toBe('people.disabled')
  expect(await refusal(world.api(admin).passwordReset.handOut({ userId: admin.id }))).toBe('people.yourself')
})

test('nobody is asked to forget without end: three an hour for an account, sixty from an address', async () => {
  const { email } = await makeAccount(world)
  for (let i = 0; i < 3; i++) await world.api().passwordReset.ask({ email })
  expect(await refusal(world.api().passwordReset.ask({ email }))).toBe('request.too_many')
  const address = 'one'
  for (let i = 0; i < 60; i++)
    await world.api(null, { address }).passwordReset.ask({ email: `p${i}@example.org` })
  const once = world.api(null, { address }).passwordReset.ask({ email: 'p60@example.org' })
  expect(await refusal(once)).toBe('request.too_many')
  expect(await world.db.mail.count({ where: { email } })).toBe(1)
})

test('whoever signs out everywhere ends a link that somebody else may have', async () => {
  const { person, link } = await handedOut()
  await world.api(person).account.signOutEverywhere()
  expect(await refusal(reset(link))).toBe('account.link_dead')
})
