import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'

const world = testWorld()
const reason = 'Has left the school'

async function school() {
  const admin = await world.user(['ADMIN'], 'Office')
  const owner = await world.user(['TEACHER'], 'Ms Okafor')
  const next = await world.user(['TEACHER'], 'Mr Berg')
  const student = await world.user(['STUDENT'], 'Amit')
  const { id: placeId } = await makeClass(world.db, {
    ...{ teacher: owner, students: [student], now: world.clock.now },
  })
  return { admin, owner, next, student, placeId, office: world.api(admin) }
}

const leadersOf = async (placeId: string) =>
  (await world.db.leader.findMany({ where: { placeId }, include: { user: true } })).map(
    ({ role, user }) => `${role} ${user.name}`,
  )

describe('a class is given to somebody else', () => {
  test('whose it is now; who owned it assists, and the history says who decided and why', async () => {
    const { office, admin, owner, next, placeId } = await school()
    await office.admin.givePlace({ placeId, email: next.email, reason })
    expect((await leadersOf(placeId)).sort()).toEqual(['ASSISTANT Ms Okafor', 'OWNER Mr Berg'])
    expect(await world.api(next).classes.byId({ classId: placeId })).toMatchObject({ owns: true })
    const { items } = await office.admin.history({ placeId })
    expect(items).toMatchObject([
      { deed: 'OWNER', by: { id: admin.id }, person: { name: 'Mr Berg' }, place: { id: placeId }, reason },
      { deed: 'ASSISTANT', by: { id: admin.id }, person: { id: owner.id }, reason },
    ])
    expect((await office.admin.history({})).items).toMatchObject(items)
  })

  test('and a disabled owner runs it no longer, nor does whom they invited', async () => {
    const { office, owner, next, placeId } = await school()
    await world.api(owner).places.invite({ placeId, email: 'friend@example.org' })
    await office.people.disable({ userId: owner.id, reason })
    expect(await office.admin.places({ state: 'ORPHANED' })).toMatchObject({ items: [{ id: placeId }] })
    expect(await office.admin.needs()).toMatchObject({ places: 1 })
    await office.admin.givePlace({ placeId, email: next.email, reason })
    expect(await leadersOf(placeId)).toEqual(['OWNER Mr Berg'])
    expect(await world.db.leaderInvitation.count()).toBe(0)
    expect(await office.admin.needs()).toMatchObject({ places: 0 })
  })

  test('who can run it, and does not belong to it', async () => {
    const { office, owner, student, placeId } = await school()
    const give = (email: string) => refusal(office.admin.givePlace({ placeId, email, reason }))
    expect(await give(student.email)).toBe('places.cannot_run')
    await world.db.user.update({ where: { id: student.id }, data: { roles: ['STUDENT', 'TEACHER'] } })
    expect(await give(student.email)).toBe('places.belongs_here')
    expect(await give(owner.email)).toBe('places.owns_already')
    expect(await give('nobody@example.org')).toBe('people.no_account')
    expect(await leadersOf(placeId)).toEqual(['OWNER Ms Okafor'])
  })
})

describe('a class is archived by an administrator', () => {
  test('and restored, with a reason that stays', async () => {
    const { office, placeId } = await school()
    await office.admin.archivePlace({ placeId, archived: true, reason })
    expect(await office.admin.place({ placeId })).toMatchObject({ archivedAt: expect.any(Date) })
    expect(await office.admin.places({})).toMatchObject({ items: [] })
    await office.admin.archivePlace({ placeId, archived: false, reason: 'By mistake' })
    expect((await office.admin.history({ placeId })).items).toMatchObject([
      { deed: 'RESTORED', reason: 'By mistake' },
      { deed: 'ARCHIVED', reason },
    ])
  })

  test('but not while a session is open', async () => {
    const { office, owner, placeId } = await school()
    await world.api(owner).sessions.create({ classId: placeId, openNow: true })
    expect(await refusal(office.admin.archivePlace({ placeId, archived: true, reason }))).toBe(
      'sessions.still_open',
    )
  })
})

test('places are found by their name and by who runs them, a page at a time', async () => {
  const { office, owner } = await school()
  for (let at = 0; at < 51; at++)
    await world
      .api(owner)
      .classes.create({ name: `Class ${at}`, timeZone: 'Europe/Berlin', lateAfterMinutes: 5 })
  const first = await office.admin.places({ search: 'okafor' })
  expect(first.items).toHaveLength(50)
  const rest = await office.admin.places({ search: 'okafor', cursor: first.nextCursor })
  expect(rest).toMatchObject({ nextCursor: null })
  const names = [...first.items, ...rest.items].map(({ name }) => name)
  expect(new Set(names).size).toBe(52)
  expect(await office.admin.places({ search: 'class 50' })).toMatchObject({ items: [{ name: 'Class 50' }] })
})
