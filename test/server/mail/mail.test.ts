import { refusal } from '@test/support/errors'
import { linkIn } from '@test/support/mail-server'
import { mailingWorld } from '@test/support/mailing-world'
import { makeAccount } from '@test/support/tokens'
import { describe, expect, test } from 'vitest'
import { purgeMails, resumeMails } from '@/server/mail/queue'

const { world, post, send, mailing, visitor, deliver } = await mailingWorld()
const newPassword = 'copper window melon'

test('a forgotten password is replaced by a link that is sent, in the person’s language, and confirms their address', async () => {
  const { id, email } = await makeAccount(world)
  await world.db.user.update({ where: { id }, data: { locale: 'de' } })
  await visitor().passwordReset.ask({ email })
  await deliver()
  expect(post.mails).toHaveLength(1)
  expect(post.mails[0]?.subject).toBe('Ein neues Passwort für Clockface')
  expect(post.mails[0]?.from?.text).toContain('clockface@example.org')
  expect(post.mails[0]?.text).toContain('Hill School')
  expect(post.mails[0]?.html).toBe(false)
  await visitor().passwordReset.use({ link: linkIn(post.pathTo(email)), newPassword })
  expect(await world.db.user.findUnique({ where: { id } })).toMatchObject({
    emailConfirmedAt: world.clock.now,
  })
})

test('an unknown address is answered alike, and gets nothing', async () => {
  await visitor().passwordReset.ask({ email: 'nobody@example.org' })
  await deliver()
  expect(post.mails).toEqual([])
  expect(await world.db.mail.count()).toBe(0)
})

test('no link stands in the database: neither in what waits nor in what the queue keeps', async () => {
  const { email } = await makeAccount(world)
  await visitor().passwordReset.ask({ email })
  const kept = async () =>
    JSON.stringify([
      await world.db.mail.findMany(),
      await world.db.$queryRaw`SELECT payload FROM graphile_worker._private_jobs`,
    ])
  const before = await kept()
  await deliver()
  const link = linkIn(post.pathTo(email))
  expect(link).toHaveLength(43)
  expect(before).not.toContain(link)
  expect(await kept()).not.toContain(link)
})

test('a mail server that is away is tried again, and then the newest link counts', async () => {
  const { email } = await makeAccount(world)
  post.state.refuse = true
  await visitor().passwordReset.ask({ email })
  await deliver()
  expect(post.mails).toEqual([])
  expect(await world.db.mail.count({ where: { sentAt: null } })).toBe(1)
  post.state.refuse = false
  await world.db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()`
  await deliver()
  expect(await visitor().passwordReset.link({ link: linkIn(post.pathTo(email)) })).toEqual({ usable: true })
})

describe('an address', () => {
  const person = {
    name: 'Ben',
    email: 'ben@example.org',
    password: 'walnut stair lantern',
    role: 'STUDENT' as const,
  }

  async function signedUp() {
    const { id } = await visitor().account.signUp(person)
    const actor = await world.db.user.findUniqueOrThrow({ where: { id } })
    return { id, own: world.api(actor, mailing()) }
  }

  test('is confirmed by the mail that every new account gets', async () => {
    const { own } = await signedUp()
    expect(await own.account.address()).toEqual({ confirmed: false })
    await deliver()
    const link = linkIn(post.pathTo(person.email))
    await visitor().account.confirmEmail({ link })
    expect(await own.account.address()).toEqual({ confirmed: true })
    expect(await refusal(visitor().account.confirmEmail({ link }))).toBe('account.link_dead')
    await own.account.askToConfirm()
    await deliver()
    expect(post.mails).toHaveLength(1)
  })

  test('can be asked about again, five times an hour; a link counts for a week', async () => {
    const { own } = await signedUp()
    await deliver()
    const first = linkIn(post.pathTo(person.email))
    for (let i = 0; i < 5; i++) {
      await own.account.askToConfirm()
      await deliver()
    }
    expect(await refusal(own.account.askToConfirm())).toBe('request.too_many')
    expect(await refusal(visitor().account.confirmEmail({ link: first }))).toBe('account.link_dead')
    const last = linkIn(post.pathTo(person.email))
    world.wait(7 * 24 * 60)
    expect(await refusal(visitor().account.confirmEmail({ link: last }))).toBe('account.link_dead')
  })

  test('that was changed meanwhile is not confirmed by a link to the one before', async () => {
    const { id } = await signedUp()
    await deliver()
    await world.db.user.update({ where: { id }, data: { email: 'other@example.org' } })
    const link = linkIn(post.pathTo(person.email))
    expect(await refusal(visitor().account.confirmEmail({ link }))).toBe('account.link_dead')
  })

  test('cannot be confirmed where no mail goes out, and nothing depends on it', async () => {
    const actor = await world.user(['STUDENT'])
    expect(await world.api(actor).account.address()).toEqual({ confirmed: null })
    await world.api(actor).account.askToConfirm()
    expect(await world.db.mail.count()).toBe(0)
  })

  test('must be confirmed before an invitation to it can be taken up', async () => {
    const owner = await world.user(['TEACHER'])
    const { id: placeId } = await world.api(owner).classes.create({
      ...{ name: 'Physics 9b', timeZone: 'Europe/Berlin', lateAfterMinutes: 10 },
    })
    const colleague = await world.user(['TEACHER'])
    await world.api(owner).places.invite({ placeId, email: colleague.email })
    const { id: invitationId } = await world.db.leaderInvitation.findFirstOrThrow()
    const own = world.api(colleague, mailing())
    expect(await own.places.invitations()).toEqual([])
    const accept = () => own.places.acceptInvitation({ invitationId })
    expect(await refusal(accept())).toBe('account.unconfirmed')
    await world.db.user.update({ where: { id: colleague.id }, data: { emailConfirmedAt: world.clock.now } })
    expect(await own.places.invitations()).toMatchObject([{ id: invitationId, obstacle: null }])
    await accept()
  })
})

describe('who teaches and who employs', () => {
  test('is invited by mail, and by following it their address is confirmed', async () => {
    const admin = await world.user(['ADMIN'])
    const email = 'new@example.org'
    expect(await world.api(admin, mailing()).appointments.invite({ email, role: 'TEACHER' })).toEqual({
      path: null,
    })
    await deliver()
    const link = linkIn(post.pathTo(email))
    const { id } = await visitor().appointments.signUp({ link, name: 'Noa', password: newPassword })
    expect(await world.db.user.findUnique({ where: { id } })).toMatchObject({
      roles: ['TEACHER'],
      emailConfirmedAt: world.clock.now,
    })
  })

  test.each([
    [true, 'You are a teacher in Clockface'],
    [false, 'About what you asked for in Clockface'],
  ])('is told of the decision (%s)', async (granted, subject) => {
    const person = await world.user(['STUDENT'])
    await world.api(person, mailing()).account.addRole({ role: 'TEACHER' })
    const office = world.api(await world.user(['ADMIN']), mailing())
    const [request] = (await office.appointments.waiting({})).items
    expect(request).toMatchObject({ confirmed: false })
    await office.appointments.decide({ requestId: request?.id ?? '', granted })
    await deliver()
    expect(post.mails.map((mail) => mail.subject)).toEqual([subject])
    expect(post.pathTo(person.email)).toBe('/account')
  })

  test('an administrator who resets a password where mail goes out sees no link', async () => {
    const [admin, person] = [await makeAccount(world, ['ADMIN']), await makeAccount(world)]
    const office = world.api(admin, mailing()).passwordReset
    expect(await office.handOut({ userId: person.id })).toEqual({ path: null })
    expect(await office.waiting()).toEqual([])
    await deliver()
    expect(post.pathTo(person.email)).toMatch(/^\/new-password\//)
  })
})

test('what waited from before mail went out is sent once it is asked for again', async () => {
  const { email } = await makeAccount(world)
  await world.api().passwordReset.ask({ email })
  await visitor().passwordReset.ask({ email })
  await deliver()
  expect(post.mails).toHaveLength(1)
})

test('what waits without a job is sent within the hour', async () => {
  const { email } = await makeAccount(world)
  await visitor().passwordReset.ask({ email })
  await world.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`
  await deliver()
  expect(post.mails).toEqual([])
  await resumeMails(world.context(null, mailing()))
  await deliver()
  expect(post.mails).toHaveLength(1)
})

test('what the mail server refuses is left to the pauses of its job, not begun anew each hour', async () => {
  const { email } = await makeAccount(world)
  post.state.refuse = true
  await visitor().passwordReset.ask({ email })
  await deliver()
  await resumeMails(world.context(null, mailing()))
  const jobs = await world.db.$queryRaw`SELECT attempts FROM graphile_worker._private_jobs`
  expect(jobs).toEqual([{ attempts: 1 }])
})

test('strangers cause eight mails a day to one mailbox, by whatever name', async () => {
  for (let i = 0; i < 8; i++) {
    const to = { name: 'Ben', email: `ben+${i}@example.org`, password: newPassword, role: 'STUDENT' as const }
    await visitor().account.signUp(to)
  }
  await deliver()
  expect(post.mails).toHaveLength(8)
  expect(await refusal(visitor().passwordReset.ask({ email: 'ben@example.org' }))).toBe('request.too_many')
  const late = { name: 'Ben', email: 'ben@example.org', password: newPassword, role: 'STUDENT' as const }
  await visitor().account.signUp(late)
  await deliver()
  expect(post.mails).toHaveLength(8)
})

test('what the mail server says goes no further', async () => {
  const { email } = await makeAccount(world)
  post.state.refuse = true
  const failed = await send({ to: email, subject: 'Hello', text: 'Hello' }).catch(
    (error: Error) => error.message,
  )
  expect(failed).toMatch(/^A mail was not taken: E[A-Z]+ \d{3}$/)
})

test('mails are forgotten after 30 days', async () => {
  const { email } = await makeAccount(world)
  await visitor().passwordReset.ask({ email })
  world.wait(31 * 24 * 60)
  await purgeMails(world.context())
  expect(await world.db.mail.count()).toBe(0)
})
