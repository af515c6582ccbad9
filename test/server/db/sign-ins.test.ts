import { testDatabase } from '@test/support/database'
import { makeUser } from '@test/support/factories'
import { expect, test } from 'vitest'

const { db } = testDatabase()
const now = new Date('2026-03-02T03:15:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)

async function signIn() {
  const { id: userId } = await makeUser(db, { roles: ['TEACHER'], now })
  const times = { createdAt: now, lastUsedAt: now, expiresAt: hours(8) }
  return { userId, sessionVersion: 0, way: 'PASSWORD' as const, ...times }
}

test.each([
  ['for more than 8 hours', { expiresAt: new Date(hours(8).getTime() + 1) }, /SignIn_expiresAt_check/],
  ['that ended before it began', { expiresAt: now }, /SignIn_expiresAt_check/],
  ['that ends at no time', { endedBy: 'SIGNED_OUT' as const }, /SignIn_endedAt_check/],
  ['that ends for no reason', { endedAt: now }, /SignIn_endedAt_check/],
])('there is no sign-in %s', async (_title, wrong, constraint) => {
  const data = await signIn()
  await expect(db.signIn.create({ data: { ...data, ...wrong } })).rejects.toThrow(constraint)
  await db.signIn.create({ data })
})

test('one that has ended never counts again, and none is made longer or becomes somebody else’s', async () => {
  const { id: ended } = await db.signIn.create({
    data: { ...(await signIn()), endedAt: now, endedBy: 'SIGNED_OUT' },
  })
  const { id: short } = await db.signIn.create({ data: { ...(await signIn()), expiresAt: hours(1) } })
  const { userId: other } = await signIn()
  const onward = /SignIn_onward_check/
  const change = (id: string, data: object) => db.signIn.update({ where: { id }, data })
  await expect(change(ended, { endedAt: null, endedBy: null })).rejects.toThrow(onward)
  await expect(change(ended, { endedAt: hours(1) })).rejects.toThrow(onward)
  await expect(change(short, { expiresAt: hours(2) })).rejects.toThrow(onward)
  await expect(change(short, { sessionVersion: 1 })).rejects.toThrow(onward)
  await expect(change(short, { userId: other })).rejects.toThrow(onward)
  await change(short, { lastUsedAt: hours(1), endedAt: hours(1), endedBy: 'REVOKED' })
})

test('an account that is erased takes its sign-ins along', async () => {
  const data = await signIn()
  await db.signIn.create({ data })
  await db.user.delete({ where: { id: data.userId } })
  expect(await db.signIn.count()).toBe(0)
})
