import { outcomes, refusal } from '@test/support/errors'
import { linkIn } from '@test/support/mail-server'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { signIn } from '@/server/account/sign-in'

const world = testWorld()
const password = 'walnut stair lantern'
const email = 'new@example.org'

async function invited(role: 'TEACHER' | 'EMPLOYER' = 'TEACHER') {
  const admin = await world.user(['ADMIN'])
  const { path } = await world.api(admin).appointments.invite({ email, role })
  return { admin, link: linkIn(path) }
}

const signUp = (link: string) => world.api().appointments.signUp({ link, name: 'Noa', password })

test.each(['TEACHER', 'EMPLOYER'] as const)('somebody invited makes an account as %s, once', async (role) => {
  const { link, admin } = await invited(role)
  expect(await world.api().appointments.invitation({ link })).toEqual({ invitation: { email, role } })
  const { id } = await signUp(link)
  expect(await world.db.user.findUnique({ where: { id } })).toMatchObject({ email, roles: [role] })
  expect(await signIn(world.context(), { email, password })).toMatchObject({ id })
  expect(await refusal(signUp(link))).toBe('appointments.invitation_dead')
  expect(await world.api().appointments.invitation({ link })).toEqual({ invitation: null })
  const change = await world.db.change.findFirstOrThrow({ where: { subject: 'account', subjectId: id } })
  expect(change.actorId).toBe(admin.id)
})

test('two who follow the link at the same moment make one account', async () => {
  const { link } = await invited()
  const both = await Promise.allSettled([signUp(link), signUp(link)])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('an invitation is over after two weeks, when taken back, and when a newer one was made', async () => {
  const { link, admin } = await invited()
  const office = world.api(admin).appointments
  const again = linkIn((await office.invite({ email, role: 'EMPLOYER' })).path)
  expect(await refusal(signUp(link))).toBe('appointments.invitation_dead')
  const [standing, ...more] = await office.invitations()
  expect(more).toEqual([])
  expect(standing).toMatchObject({ email, role: 'EMPLOYER' })
  await office.withdraw({ invitationId: standing?.id ?? '' })
  expect(await refusal(signUp(again))).toBe('appointments.invitation_dead')
  const third = linkIn((await office.invite({ email, role: 'TEACHER' })).path)
  world.wait(14 * 24 * 60)
  expect(await refusal(signUp(third))).toBe('appointments.invitation_dead')
  expect(await office.invitations()).toEqual([])
})

test('whoever has an account is not invited, and learns where to ask', async () => {
  const { email } = await world.user(['STUDENT'])
  const admin = await world.user(['ADMIN'])
  expect(await refusal(world.api(admin).appointments.invite({ email, role: 'TEACHER' }))).toBe(
    'appointments.has_account',
  )
})

test('only administrators invite', async () => {
  const teacher = await world.user(['TEACHER'])
  expect(await refusal(world.api(teacher).appointments.invite({ email, role: 'TEACHER' }))).toBe(
    'auth.not_allowed',
  )
})

test('links that are guessed are counted, and stop', async () => {
  const address = 'one'
  const guess = () => world.api(null, { address }).appointments.invitation({ link: 'x'.repeat(43) })
  for (let i = 0; i < 30; i++) expect(await guess()).toEqual({ invitation: null })
  expect(await refusal(guess())).toBe('request.too_many')
})

test('an invitation ends with the right of whoever made it', async () => {
  const { link, admin } = await invited()
  const other = await world.user(['ADMIN'])
  await world.api(other).people.setRoles({ userId: admin.id, roles: ['TEACHER'], reason: 'Another office' })
  expect(await world.api().appointments.invitation({ link })).toEqual({ invitation: null })
  expect(await refusal(signUp(link))).toBe('appointments.invitation_dead')
})

test('where a demo is open to everybody, its administrator invites nobody and decides about no account', async () => {
  const { settings } = world.context()
  const open = { settings: { ...settings, reach: { ...settings.reach, DEMO: true } } }
  const [guest, person] = [await world.user(['ADMIN']), await world.user(['STUDENT'])]
  await world.db.demoAccount.create({ data: { userId: guest.id } })
  const office = world.api(guest, open)
  const about = { userId: person.id, reason: 'For fun' }
  const calls = [
    office.appointments.invite({ email, role: 'TEACHER' }),
    office.people.disable(about),
    office.people.enable(about),
    office.people.setRoles({ ...about, roles: ['ADMIN'] }),
    office.passwordReset.handOut({ userId: person.id }),
  ]
  expect(await outcomes(calls)).toEqual(Array(5).fill('people.not_in_demo'))
})
