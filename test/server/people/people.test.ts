import { outcomes, refusal } from '@test/support/errors'
import { bearing, makeAccount, makeToken, password } from '@test/support/tokens'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { isKnownDevice, rememberDevice } from '@/server/account/devices'
import { signIn } from '@/server/account/sign-in'
import { beginSignIn } from '@/server/account/sign-ins'
import { signedIn } from '@/server/account/signed-in'
import { actorNow } from '@/server/auth/actor'

const world = testWorld()
const reason = 'Left the school'

const changesOf = (subjectId: string) =>
  world.db.change.findMany({ where: { subject: 'account', subjectId }, orderBy: { id: 'asc' } })

describe('disabling an account', () => {
  test('ends its sign-ins, tokens, remembered browsers and links, and nobody signs in any more', async () => {
    const [admin, teacher] = [await makeAccount(world, ['ADMIN']), await makeAccount(world)]
    const { id: userId, email, sessionVersion } = teacher
    const token = await makeToken(world, teacher, ['classes:read'])
    const { refreshToken } = await world.api().tokens.signIn({ email, password })
    await rememberDevice(world.context(), { userId, device: 'laptop', userAgent: '' })
    await world.api(admin).people.disable({ userId, reason })
    expect(await actorNow(world.db, { id: userId, sessionVersion })).toBeNull()
    expect(await refusal(bearing(world, token))).toBe('tokens.invalid')
    expect(await refusal(world.api().tokens.refresh({ refreshToken }))).toBe('tokens.invalid')
    expect(await isKnownDevice(world.db, { userId, device: 'laptop', now: world.clock.now })).toBe(false)
    expect(await refusal(signIn(world.context(), { email, password }))).toBe('auth.wrong_credentials')
    const [change] = await changesOf(userId)
    expect(change).toMatchObject({ actorId: admin.id, after: { disabled: true, roles: ['TEACHER'] } })
    expect(await world.db.changeText.findFirst({ where: { changeId: change?.id ?? 0n } })).toMatchObject({
      text: reason,
    })
  })

  test('enabled again it counts, but not what ended', async () => {
    const [admin, teacher] = [await makeAccount(world, ['ADMIN']), await makeAccount(world)]
    const { id: userId, email, sessionVersion } = teacher
    const token = await makeToken(world, teacher, ['classes:read'])
    await world.api(admin).people.disable({ userId, reason })
    await world.api(admin).people.enable({ userId, reason: 'Came back' })
    expect(await actorNow(world.db, { id: userId, sessionVersion })).toBeNull()
    expect(await refusal(bearing(world, token))).toBe('tokens.invalid')
    expect(await signIn(world.context(), { email, password })).toMatchObject({ id: userId })
    expect(await changesOf(userId)).toHaveLength(2)
  })

  test('twice is once', async () => {
    const [admin, teacher] = [await makeAccount(world, ['ADMIN']), await makeAccount(world)]
    const disable = () => world.api(admin).people.disable({ userId: teacher.id, reason })
    await Promise.all([disable(), disable()])
    expect(await changesOf(teacher.id)).toHaveLength(1)
  })

  test('is not for oneself, nor for anybody but administrators, nor without a reason', async () => {
    const admin = await world.user(['ADMIN'])
    const teacher = await world.user(['TEACHER'])
    const disable = (as: typeof admin, userId: string, why = reason) =>
      refusal(world.api(as).people.disable({ userId, reason: why }))
    expect(await disable(admin, admin.id)).toBe('people.yourself')
    expect(await disable(teacher, admin.id)).toBe('auth.not_allowed')
    expect(await disable(admin, teacher.id, ' ')).toBe('BAD_REQUEST')
    expect(await disable(admin, '00000000-0000-4000-8000-000000000000')).toBe('request.not_found')
  })
})

describe('roles', () => {
  test('are set as a whole, with a reason, and what was asked for is met by it', async () => {
    const admin = await world.user(['ADMIN'])
    const person = await world.user(['STUDENT'])
    await world.db.roleRequest.create({
      data: { userId: person.id, role: 'TEACHER', askedAt: world.clock.now },
    })
    const roles = ['TEACHER', 'EMPLOYER'] as const
    await world.api(admin).people.setRoles({ userId: person.id, roles: [...roles], reason })
    expect(await world.db.user.findUnique({ where: { id: person.id } })).toMatchObject({ roles })
    expect((await world.api(admin).appointments.waiting({})).items).toEqual([])
    expect(await changesOf(person.id)).toMatchObject([
      { before: { roles: ['STUDENT'] }, after: { roles: ['TEACHER', 'EMPLOYER'] } },
    ])
  })

  test('of two administrators who remove each other at the same moment, one is left', async () => {
    const [one, two] = [await world.user(['ADMIN']), await world.user(['ADMIN'])]
    const remove = (as: typeof one, userId: string) =>
      world.api(as).people.setRoles({ userId, roles: [], reason })
    const both = await outcomes([remove(one, two.id), remove(two, one.id)])
    expect(both).toEqual(['done', 'people.last_admin'])
    expect(await world.db.user.count({ where: { roles: { has: 'ADMIN' } } })).toBe(1)
  })

  test('the last administrator is not disabled from the command line either', async () => {
    const { disableAccount } = await import('@/server/people/service')
    const admin = await world.user(['ADMIN'])
    expect(await refusal(disableAccount(world.context(), { userId: admin.id, reason }))).toBe(
      'people.last_admin',
    )
  })
})

describe('one account by its email', () => {
  test('is told to administrators', async () => {
    const [admin, person] = [await world.user(['ADMIN']), await world.user(['STUDENT'])]
    expect(await world.api(admin).people.byEmail({ email: person.email })).toMatchObject({
      id: person.id,
      disabledAt: null,
    })
    expect(await refusal(world.api(admin).people.byEmail({ email: 'nobody@example.org' }))).toBe(
      'request.not_found',
    )
  })
})

describe('the list of accounts', () => {
  test('is narrowed down by name, email, role and state, a page at a time', async () => {
    const office = world.api(await world.user(['ADMIN'], 'Office'))
    for (let at = 0; at < 51; at++) await world.user(['STUDENT'], `Student ${at}`)
    const { id: userId } = await world.user(['TEACHER'], 'Under_score')
    await office.people.disable({ userId, reason })
    const first = await office.people.list({ role: 'STUDENT' })
    const rest = await office.people.list({ role: 'STUDENT', cursor: first.nextCursor })
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([50, 1, null])
    expect(await office.people.list({ search: 'R_S' })).toMatchObject({ items: [{ id: userId }] })
    expect(await office.people.list({ state: 'DISABLED' })).toMatchObject({ items: [{ id: userId }] })
    expect((await office.people.list({ state: 'ACTIVE', search: 'score' })).items).toEqual([])
  })

  test('leads to one of them, with what it runs and how often it is signed in', async () => {
    const office = world.api(await world.user(['ADMIN']))
    const teacher = await world.user(['TEACHER'])
    await world
      .api(teacher)
      .classes.create({ name: 'Physics', timeZone: 'Europe/Berlin', lateAfterMinutes: 5 })
    await beginSignIn(world.context(), { account: teacher, way: 'PASSWORD', userAgent: '', before: null })
    expect(await office.people.byId({ userId: teacher.id })).toMatchObject({
      ...{ self: false, signIns: 1, inClasses: 0, atWorkplaces: 0 },
      leads: [{ name: 'Physics', kind: 'CLASS', role: 'OWNER' }],
    })
  })
})

test('sign-ins that an administrator ends are ended, tokens too; the password counts on', async () => {
  const [admin, teacher] = [await makeAccount(world, ['ADMIN']), await makeAccount(world)]
  const { id: userId, email, sessionVersion } = teacher
  const token = await makeToken(world, teacher, ['classes:read'])
  const signInId = await beginSignIn(world.context(), {
    ...{ account: teacher, way: 'PASSWORD', userAgent: '', before: null },
  })
  const office = world.api(admin)
  await office.people.endSignIns({ userId, reason })
  expect(await signedIn(world.context(), { userId, signInId })).toBeNull()
  expect(await actorNow(world.db, { id: userId, sessionVersion })).toBeNull()
  expect(await refusal(bearing(world, token))).toBe('tokens.invalid')
  expect(await signIn(world.context(), { email, password })).toMatchObject({ id: userId })
  expect((await office.admin.history({ userId })).items).toMatchObject([
    { deed: 'SIGNED_OUT', by: { id: admin.id }, reason },
  ])
  expect(await refusal(office.people.endSignIns({ userId: admin.id, reason }))).toBe('people.yourself')
})
