import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { signIn } from '@/server/account/service'
import { seedDemo } from '../../../prisma/seed'

const world = testWorld()
const day = { password: 'marble kettle forest', now: new Date('2026-03-02T03:15:00Z') }

test('an empty database becomes a small school whose accounts can sign in', async () => {
  const accounts = await seedDemo({ databaseUrl: world.url, ...day })
  expect(accounts.filter(({ role }) => role === 'teacher')).toHaveLength(2)
  expect(accounts.filter(({ role }) => role === 'student')).toHaveLength(12)
  for (const { email } of accounts) await signIn(world.context(), { email, password: day.password })
  const counts = await world.db.attendance.groupBy({ by: ['status'], _count: true })
  expect(counts.map(({ status }) => status).sort()).toEqual(['ABSENT', 'EXCUSED', 'LATE', 'PRESENT'])
  const changes = await world.db.change.count({ where: { subject: 'attendance' } })
  expect(changes).toBe(await world.db.attendance.count())
})

test('tells the same story for the same day', async () => {
  const story = async () => {
    await seedDemo({ databaseUrl: world.url, ...day })
    const rows = await world.db.attendance.findMany({
      orderBy: [{ session: { createdAt: 'asc' } }, { student: { email: 'asc' } }],
      select: { status: true, clockedInAt: true, clockedOutAt: true, student: { select: { email: true } } },
    })
    const codes = await world.db.place.findMany({
      orderBy: { name: 'asc' },
      select: { joinCode: true },
    })
    return { rows, codes }
  }
  const first = await story()
  await world.db.user.deleteMany({ where: { roles: { has: 'STUDENT' } } })
  await world.db.place.deleteMany()
  await world.db.user.deleteMany()
  expect(await story()).toEqual(first)
})
