import { refusal } from './errors'
import { linkIn } from './mail-server'
import type { testWorld } from './world'

/** Asks everything of one's own account, from signing up to signing out everywhere. */
export async function askEveryOwnAccount(world: ReturnType<typeof testWorld>): Promise<void> {
  const password = 'walnut stair lantern'
  const account = { name: 'Ben', email: 'ben@example.org', password, role: 'STUDENT' as const }
  await world.api().account.signUp(account)
  const user = await world.db.user.findUniqueOrThrow({ where: { email: account.email } })
  const ben = world.api(user).account
  await ben.me()
  await ben.updateProfile({ name: 'Benjamin' })
  await ben.setReading({ locale: 'de', timeZone: null })
  await ben.addRole({ role: 'TEACHER' })
  await ben.devices()
  await refusal(ben.revokeDevice({ deviceId: user.id }))
  await ben.revokeAllDevices()
  await ben.signIns()
  await world.api().account.whySignedOut({ viewerId: user.id, until: world.clock.now.toISOString() })
  await refusal(ben.endSignIn({ signInId: user.id }))
  await ben.changePassword({ currentPassword: password, newPassword: 'lantern stair walnut' })
  await ben.signOutEverywhere()
  const { deletion, deleteOwn } = world.api(user).people
  await deletion()
  await deleteOwn({ password: 'lantern stair walnut' })
}

/** Asks everything about places that an administrator may. */
async function askEveryPlace(world: ReturnType<typeof testWorld>): Promise<void> {
  const office = world.api(await world.user(['ADMIN']))
  const [owner, next] = [await world.user(['TEACHER']), await world.user(['TEACHER'])]
  const { id: placeId } = await world
    .api(owner)
    .classes.create({ name: 'Physics', timeZone: 'Europe/Berlin', lateAfterMinutes: 5 })
  const reason = 'Asked for'
  await office.admin.needs()
  await office.admin.places({})
  await office.admin.place({ placeId })
  await office.admin.givePlace({ placeId, email: next.email, reason })
  await office.admin.archivePlace({ placeId, archived: true, reason })
  await office.admin.history({})
}

/** Asks everything about accounts: appointing, disabling, forgotten passwords and addresses, as whoever may. */
export async function askEveryAccount(world: ReturnType<typeof testWorld>): Promise<void> {
  const attempt = (call: Promise<unknown>) => call.catch(() => undefined)
  const { settings } = world.context()
  const approving = { settings: { ...settings, appointment: 'approval' as const } }
  const person = await world.user(['STUDENT'])
  const [own, office] = [world.api(person, approving), world.api(await world.user(['ADMIN']))]
  await own.account.addRole({ role: 'TEACHER' })
  await own.appointments.own()
  for (const { id: requestId } of (await office.appointments.waiting({})).items)
    await office.appointments.decide({ requestId, granted: true })
  const { path } = await office.appointments.invite({ email: 'invited@example.org', role: 'EMPLOYER' })
  const link = linkIn(path)
  await world.api().appointments.invitation({ link })
  for (const { id: invitationId } of await office.appointments.invitations())
    await office.appointments.withdraw({ invitationId })
  await attempt(world.api().appointments.signUp({ link, name: 'Ida', password: 'walnut stair lantern' }))
  const { id: userId, email } = person
  const reason = 'Asked for'
  await office.people.byEmail({ email })
  await office.people.list({})
  await office.people.byId({ userId })
  await office.people.endSignIns({ userId, reason })
  await office.people.setRoles({ userId, roles: ['STUDENT'], reason })
  await office.people.disable({ userId, reason })
  await office.people.enable({ userId, reason })
  await world.api().passwordReset.ask({ email })
  await office.passwordReset.waiting()
  const reset = linkIn((await office.passwordReset.handOut({ userId })).path)
  await world.api().passwordReset.link({ link: reset })
  await world.api().passwordReset.use({ link: reset, newPassword: 'copper window melon' })
  await askEveryPlace(world)
  await own.account.address()
  await attempt(own.account.askToConfirm())
  await attempt(world.api().account.confirmEmail({ link: reset }))
  await attempt(own.account.changeEmail({ email: 'other@example.org', password: 'copper window melon' }))
  await attempt(world.api().account.confirmNewEmail({ link: reset }))
}
