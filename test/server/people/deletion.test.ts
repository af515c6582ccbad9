import { randomUUID } from 'node:crypto'
import { outcomes, refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { worked } from '@test/support/hours'
import { tryAll } from '@test/support/refused-statements'
import { strangers } from '@test/support/synthetic-people'
import { makeAccount, makeToken, password } from '@test/support/tokens'
import { employ, makeWorkplace } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { hashPassword } from '@/server/auth/password'
import type { Actor } from '@/server/context/context'
import { databaseTrouble } from '@/server/db/errors'
import { replayErasures } from '@/server/erasure/replay'

const world = testWorld()
const reason = 'Asked for it'
const wholeDelete = (actor: Actor, locale?: 'de') => world.api(actor).people.deleteOwn({ password, locale })

async function withPassword(actor: Actor): Promise<Actor> {
  const passwordHash = await hashPassword(password)
  await world.db.user.update({ where: { id: actor.id }, data: { passwordHash } })
  return actor
}

const userOf = ({ id }: Actor) => world.db.user.findUniqueOrThrow({ where: { id } })

describe('a student who deletes the account', () => {
  async function school() {
    const teacher = await world.user(['TEACHER'], 'Ms Okafor')
    const [enrolled] = await strangers(world, 1)
    if (!enrolled) throw new Error('Nobody is there')
    const anna = await withPassword(enrolled)
    const { id: classId, joinCode } = await makeClass(world.db, {
      ...{ teacher, students: [anna], now: world.clock.now },
    })
    const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
    await world.api(teacher).attendance.mark({ sessionId, studentId: anna.id, status: 'PRESENT' })
    return { teacher, anna, classId, joinCode, sessionId }
  }

  test('is gone with face, email and sign-ins; the record stays, as a former student’s', async () => {
    const { teacher, anna, classId, sessionId } = await school()
    await makeToken(world, anna, ['classes:read'])
    await wholeDelete(anna)
    expect(await userOf(anna)).toMatchObject({
      ...{ name: 'Former student', email: `${anna.id}@deleted.invalid`, roles: [] },
      ...{ deletedAt: expect.any(Date), disabledAt: expect.any(Date) },
    })
    const theirs = { where: { userId: anna.id } }
    const left = await Promise.all([
      world.db.template.count(theirs),
      world.db.enrolmentPhoto.count(theirs),
      world.db.apiToken.count(theirs),
      world.db.signIn.count(theirs),
      world.db.member.count({ where: { userId: anna.id, leftAt: null } }),
      world.db.consent.count({ where: { userId: anna.id, withdrawnAt: null } }),
    ])
    expect(left).toEqual([0, 0, 0, 0, 0, 0])
    const records = await world.api(teacher).attendance.ofClass({ classId })
    expect(records.items).toMatchObject([{ student: { name: 'Former student' }, status: 'PRESENT' }])
    await world.api(teacher).sessions.close({ sessionId })
  })

  test('in their own language, and nobody finds or enables what is left', async () => {
    const { anna } = await school()
    await wholeDelete(anna, 'de')
    expect(await userOf(anna)).toMatchObject({ name: 'Ehemals Schülerin oder Schüler' })
    const office = world.api(await world.user(['ADMIN']))
    const about = { userId: anna.id, reason }
    expect(await refusal(office.people.enable(about))).toBe('request.not_found')
    expect(await refusal(office.people.setRoles({ ...about, roles: ['ADMIN'] }))).toBe('request.not_found')
    expect(await refusal(office.passwordReset.handOut({ userId: anna.id }))).toBe('request.not_found')
    expect((await office.people.list({})).items).not.toMatchObject([{ id: anna.id }])
    expect((await office.admin.history({ userId: anna.id })).items[0]).toMatchObject({ deed: 'DELETED' })
  })

  test('only with the password, once, and anew by the same email', async () => {
    const { anna } = await school()
    const typed = world.api(anna).people.deleteOwn({ password: 'something else entirely' })
    expect(await refusal(typed)).toBe('auth.wrong_password')
    expect(await outcomes([wholeDelete(anna), wholeDelete(anna)])).toContain('done')
    expect(await world.db.erasure.count({ where: { what: 'account', subjectId: anna.id } })).toBe(1)
    const again = { name: 'Anna', email: anna.email, password, role: 'STUDENT' as const }
    expect(await world.api().account.signUp(again)).toMatchObject({ roleWaits: false })
  })

  test('takes along no limit, and nothing that others sent to an address that they only typed', async () => {
    const { teacher, anna, classId } = await school()
    await world.db.user.update({ where: { id: anna.id }, data: { email: 'a@school.test' } })
    for (const email of ['a@school.test', 'anna@school.test']) await world.api().passwordReset.ask({ email })
    await world.api(teacher).places.invite({ placeId: classId, email: 'a@school.test' })
    const before = await world.db.tryCount.findMany({ orderBy: { key: 'asc' } })
    expect(before.length).toBeGreaterThan(0)
    expect(before.map(({ key }) => key).filter((key) => key.includes('@'))).toEqual([])
    const now = await world.db.user.findUniqueOrThrow({ where: { id: anna.id } })
    await wholeDelete(now)
    const after = await world.db.tryCount.findMany({ orderBy: { key: 'asc' } })
    expect(after).toEqual(expect.arrayContaining(before.filter(({ key }) => !key.includes(anna.id))))
    expect(await world.db.leaderInvitation.count({ where: { email: 'a@school.test' } })).toBe(1)
  })

  test('cannot be kept from it by whoever takes the address that is left', async () => {
    const { anna } = await school()
    const email = `${anna.id}@deleted.invalid`
    const squat = { name: 'Mallory', email, password, role: 'STUDENT' as const }
    expect(await refusal(world.api().account.signUp(squat))).toBe('BAD_REQUEST')
    const mallory = await withPassword(await world.user(['STUDENT']))
    expect(await refusal(world.api(mallory).account.changeEmail({ email, password }))).toBe('BAD_REQUEST')
    await wholeDelete(anna)
  })

  test('is told as the database sees it: nothing begins for them, nothing is half gone', async () => {
    const { anna, classId } = await school()
    const ben = await withPassword(await world.user(['STUDENT'], 'Ben'))
    const whole = `"disabledAt" = now(), roles = '{}', email = id::text || '@deleted.invalid'`
    await wholeDelete(ben)
    const { found, due } = await tryAll(world.ownerUrl, { anna: anna.id, ben: ben.id, class: classId }, [
      [
        'keeps a role',
        `UPDATE "User" SET "deletedAt" = now(), email = id::text || '@deleted.invalid' WHERE id = :anna`,
        '23514',
        'User_deleted_check',
      ],
      [
        'keeps a face',
        `UPDATE "User" SET "deletedAt" = now(), ${whole} WHERE id = :anna`,
        '23514',
        'User_deleted_whole',
      ],
      [
        'has the address of nobody',
        `UPDATE "User" SET email = id::text || '@deleted.invalid' WHERE id = :anna`,
        '23514',
        'User_deleted_address_check',
      ],
      ['comes back', `UPDATE "User" SET "deletedAt" = NULL WHERE id = :ben`, '23514', 'User_deleted_stays'],
      ['has a name', `UPDATE "User" SET name = 'Ben' WHERE id = :ben`, '23514', 'User_deleted_stays'],
      [
        'agrees',
        `INSERT INTO "Consent" (id, "userId", "noticeVersion", "givenAt") VALUES (gen_random_uuid(), :ben, 1, now())`,
        '23514',
        'Consent_of_deleted',
      ],
      [
        'joins',
        `INSERT INTO "Member" (id, "placeId", "userId", number, "joinedAt") VALUES (gen_random_uuid(), :class, :ben, 99, now())`,
        '23514',
        'Member_of_deleted',
      ],
      [
        'leads',
        `INSERT INTO "Leader" ("placeId", "userId", role, since) VALUES (:class, :ben, 'ASSISTANT', now())`,
        '23514',
        'Leader_of_deleted',
      ],
    ])
    expect(found).toEqual(due)
  })
})

describe('who runs something', () => {
  test('hands over first what only they own, archived or not', async () => {
    const teacher = await makeAccount(world)
    const { id: placeId } = await makeClass(world.db, { teacher, students: [], now: world.clock.now })
    await world.api(teacher).classes.setArchived({ classId: placeId, archived: true })
    expect(await world.api(teacher).people.deletion()).toMatchObject({ places: [{ id: placeId }] })
    expect(await refusal(wholeDelete(teacher))).toBe('account.owns_places')
    const next = await world.user(['TEACHER'])
    const office = world.api(await world.user(['ADMIN']))
    await office.admin.givePlace({ placeId, email: next.email, reason })
    await wholeDelete(teacher)
    expect(await world.db.leader.findMany({ where: { placeId } })).toMatchObject([{ userId: next.id }])
  })

  test('and the last administrator stays', async () => {
    const admin = await makeAccount(world, ['ADMIN'])
    expect(await refusal(wholeDelete(admin))).toBe('people.last_admin')
  })
})

test('a workplace keeps the name with hours and pay, and nothing else does', async () => {
  const now = world.clock.now
  const owner = await world.user(['EMPLOYER'])
  const kim = await withPassword(await world.user(['EMPLOYEE', 'STUDENT'], 'Kim Cook'))
  const { id: workplaceId } = await makeWorkplace(world.db, { employer: owner, now, workplace: {} })
  const { id: employmentId } = await employ(world.db, { workplaceId, person: kim, now, minorPerHour: 2000 })
  const from = new Date(now.getTime() - 3 * 3_600_000).toISOString()
  await worked(world, { workplaceId, employmentId, person: kim }, [from, null])
  expect(await world.api(kim).people.deletion()).toMatchObject({ kept: [{ years: expect.any(Number) }] })
  await wholeDelete(kim)
  expect(await userOf(kim)).toMatchObject({ name: 'Former student' })
  expect(await world.db.timeEntry.findFirst({ where: { employmentId } })).toMatchObject({
    endedAt: expect.any(Date),
  })
  expect(await world.api(owner).employments.byId({ employmentId })).toMatchObject({
    ...{ name: 'Kim Cook', email: null, left: true },
  })
  const found = await world.api(owner).timeEntries.ofWorkplace({ workplaceId, search: 'kim' })
  expect(found.items).toMatchObject([{ name: 'Kim Cook' }])
})

test('a database that is put back from before forgets the account again, whatever it led and belonged to', async () => {
  const [teacher, owner] = [await makeAccount(world), await world.user(['TEACHER'])]
  const now = world.clock.now
  await makeClass(world.db, { teacher: owner, students: [teacher], now })
  const { id: placeId } = await makeClass(world.db, { teacher: owner, students: [], now })
  await world.db.leader.create({
    data: { placeId, userId: teacher.id, role: 'ASSISTANT', since: now },
  })
  const listed = { id: randomUUID(), at: now.toISOString(), what: 'account', subjectId: teacher.id }
  expect(await replayErasures(world.context(), [listed])).toMatchObject({ failed: [] })
  expect(await userOf(teacher)).toMatchObject({ name: 'Former teacher', deletedAt: expect.any(Date) })
  // What only they own cannot be without an owner: it is told, and nothing half done.
  const alone = await makeAccount(world)
  await makeClass(world.db, { teacher: alone, students: [], now })
  const again = { ...listed, id: randomUUID(), subjectId: alone.id }
  const { failed } = await replayErasures(world.context(), [again])
  expect(failed).toMatchObject([expect.stringContaining(alone.id)])
  expect(await userOf(alone)).toMatchObject({ deletedAt: null, email: alone.email })
})

test('what began beside a deletion is asked for once more, and is no failure of the server', async () => {
  const ben = await withPassword(await world.user(['STUDENT'], 'Ben'))
  await wholeDelete(ben)
  const consent = { userId: ben.id, noticeVersion: 1, givenAt: world.clock.now }
  const refused = await world.db.consent.create({ data: consent }).catch((error: unknown) => error)
  expect(databaseTrouble(refused)).toBe('no room')
})
