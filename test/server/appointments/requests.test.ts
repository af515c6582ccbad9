import { outcomes, refusal } from '@test/support/errors'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import type { AppointmentMode } from '@/domain/appointments'
import type { Actor } from '@/server/context/context'

const world = testWorld()
const password = 'walnut stair lantern'
const maya = { name: 'Maya', email: 'maya@example.org', password }

const where = (appointment: AppointmentMode) => ({ settings: { ...world.context().settings, appointment } })
const approving = () => where('approval')

const rolesOf = async (id: string) => (await world.db.user.findUniqueOrThrow({ where: { id } })).roles

async function actorOf(id: string): Promise<Actor> {
  return world.db.user.findUniqueOrThrow({
    where: { id },
    select: { id: true, name: true, email: true, roles: true, sessionVersion: true },
  })
}

async function asking(role: 'TEACHER' | 'EMPLOYER' = 'TEACHER') {
  const { id, roleWaits } = await world.api(null, approving()).account.signUp({ ...maya, role })
  expect(roleWaits).toBe(true)
  return actorOf(id)
}

describe('where teachers and employers are approved', () => {
  test.each(['TEACHER', 'EMPLOYER'] as const)(
    'whoever signs up as %s is that once an administrator says yes, and nothing before',
    async (role) => {
      const person = await asking(role)
      expect(person.roles).toEqual([])
      expect(await refusal(world.api(person).classes.taught({ archived: false }))).toBe('auth.not_allowed')
      const office = world.api(await world.user(['ADMIN'], 'Nora'))
      const [request, ...more] = (await office.appointments.waiting({})).items
      expect(more).toEqual([])
      expect(request).toMatchObject({ role, confirmed: null, person: { name: 'Maya', email: maya.email } })
      await office.appointments.decide({ requestId: request?.id ?? '', granted: true })
      expect(await rolesOf(person.id)).toEqual([role])
      const { id: adminId } = await world.db.user.findFirstOrThrow({ where: { name: 'Nora' } })
      expect(
        await world.db.change.findMany({ where: { subject: 'account', subjectId: person.id } }),
      ).toMatchObject([{ actorId: adminId, before: { roles: [] }, after: { roles: [role] } }])
      expect((await office.appointments.waiting({})).items).toEqual([])
      expect(await world.api(await actorOf(person.id)).appointments.own()).toEqual([])
    },
  )

  test.each(['STUDENT', 'EMPLOYEE'] as const)('%s is open to everybody', async (role) => {
    const { id } = await world.api(null, approving()).account.signUp({ ...maya, role })
    expect(await rolesOf(id)).toEqual([role])
  })

  test('a refusal is told to the person, who may ask again after a week', async () => {
    const person = await asking()
    const admin = await world.user(['ADMIN'])
    const [request] = (await world.api(admin).appointments.waiting({})).items
    await world.api(admin).appointments.decide({ requestId: request?.id ?? '', granted: false })
    expect(await rolesOf(person.id)).toEqual([])
    const own = world.api(person, approving())
    expect(await own.appointments.own()).toMatchObject([{ role: 'TEACHER', refusedAt: world.clock.now }])
    expect(await refusal(own.account.addRole({ role: 'TEACHER' }))).toBe('appointments.refused_lately')
    world.wait(7 * 24 * 60)
    expect(await own.appointments.own()).toEqual([])
    expect(await own.account.addRole({ role: 'TEACHER' })).toEqual({ roleWaits: true })
    expect(await own.appointments.own()).toMatchObject([{ role: 'TEACHER', refusedAt: null }])
  })

  test('is decided once, by somebody else', async () => {
    const admin = await world.user(['ADMIN'])
    await world.api(admin, approving()).account.addRole({ role: 'TEACHER' })
    const [own] = (await world.api(admin).appointments.waiting({})).items
    const decision = { requestId: own?.id ?? '', granted: true }
    expect(await refusal(world.api(admin).appointments.decide(decision))).toBe('people.yourself')
    const other = await world.user(['ADMIN'])
    const office = world.api(other).appointments
    const both = [office.decide(decision), office.decide({ ...decision, granted: false })]
    expect(await outcomes(both)).toEqual(['done', 'request.not_found'])
    expect(await refusal(world.api(other).appointments.decide(decision))).toBe('request.not_found')
  })

  test('asking twice, at the same moment too, waits once', async () => {
    const student = await world.user(['STUDENT'])
    const ask = () => world.api(student, approving()).account.addRole({ role: 'EMPLOYER' })
    await Promise.all([ask(), ask(), ask()])
    expect(await world.db.roleRequest.count()).toBe(1)
  })

  test('a student cannot take a class into their hands: the attack ends at its first step', async () => {
    const student = await world.user(['STUDENT'])
    await world.api(student, approving()).account.addRole({ role: 'TEACHER' })
    const made = { name: 'Trap', timeZone: 'Europe/Berlin', lateAfterMinutes: 10 }
    expect(await refusal(world.api(await actorOf(student.id)).classes.create(made))).toBe('auth.not_allowed')
  })

  test('who is disabled meanwhile waits no more', async () => {
    const person = await asking()
    await world.db.user.update({ where: { id: person.id }, data: { disabledAt: world.clock.now } })
    const office = world.api(await world.user(['ADMIN']))
    expect((await office.appointments.waiting({})).items).toEqual([])
  })
})

describe('where they are invited', () => {
  test.each(['TEACHER', 'EMPLOYER'] as const)('nobody becomes %s by asking', async (role) => {
    expect(await refusal(world.api(null, where('invitation')).account.signUp({ ...maya, role }))).toBe(
      'account.role_given',
    )
    const user = await world.user(['STUDENT'])
    expect(await refusal(world.api(user, where('invitation')).account.addRole({ role }))).toBe(
      'account.role_given',
    )
    expect(await world.db.roleRequest.count()).toBe(0)
  })
})

test('of many who wait everybody is seen, those who have waited longest first, a page at a time', async () => {
  const office = world.api(await world.user(['ADMIN']))
  await world.db.$executeRaw`
    WITH made AS (
      INSERT INTO "User" (id, email, name, "passwordHash", roles, "createdAt")
      SELECT gen_random_uuid(), 'waiting' || n || '@example.org', 'Waiting ' || n, '-', '{}', now()
      FROM generate_series(1, 51) n RETURNING id
    )
    INSERT INTO "RoleRequest" (id, "userId", role, "askedAt")
    SELECT gen_random_uuid(), id, 'TEACHER', now() - random() * interval '1 day' FROM made`
  const first = await office.appointments.waiting({})
  const rest = await office.appointments.waiting({ cursor: first.nextCursor })
  expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([50, 1, null])
  const all = [...first.items, ...rest.items]
  expect(new Set(all.map(({ person }) => person.id)).size).toBe(51)
  const asked = all.map(({ askedAt }) => askedAt.getTime())
  expect(asked).toEqual(asked.toSorted((a, b) => a - b))
  expect(await office.admin.needs()).toMatchObject({ requests: 51 })
})
