import { testDatabase } from '@test/support/database'
import { makeClass } from '@test/support/factories'
import { describe, expect, test } from 'vitest'

const { db } = testDatabase()
const now = new Date('2026-03-02T03:15:00Z')

const teacher = (email = 'asha@example.org') =>
  db.user.create({ data: { email, name: 'Asha', passwordHash: '-', roles: ['TEACHER'], createdAt: now } })

async function schoolClass() {
  const asha = await teacher()
  const { id } = await makeClass(db, { teacher: asha, students: [], now })
  return { id, teacherId: asha.id }
}

const openSession = (classId: string) => ({
  classId,
  state: 'OPEN' as const,
  openedAt: now,
  lateAfterMinutes: 10,
  createdAt: now,
})

describe('what the database itself refuses', () => {
  test('an email that is not in lower case', async () => {
    await expect(teacher('Asha@example.org')).rejects.toThrow(/User_email_lower_check/)
  })

  test('a wish for a role that nobody is appointed to, a second one that waits, and one decided by oneself', async () => {
    const { id: userId } = await teacher()
    const asked = { userId, role: 'EMPLOYER' as const, askedAt: now }
    await expect(db.roleRequest.create({ data: { ...asked, role: 'ADMIN' } })).rejects.toThrow(
      /RoleRequest_role_check/,
    )
    const { id } = await db.roleRequest.create({ data: asked })
    await expect(db.roleRequest.create({ data: asked })).rejects.toMatchObject({ code: 'P2002' })
    const decided = { decidedAt: now, granted: true, decidedById: userId }
    await expect(db.roleRequest.update({ where: { id }, data: decided })).rejects.toThrow(
      /RoleRequest_not_oneself_check/,
    )
    await expect(db.roleRequest.update({ where: { id }, data: { granted: true } })).rejects.toThrow(
      /RoleRequest_decision_check/,
    )
  })

  test('a second open session of a class, though any number of closed ones', async () => {
    const { id } = await schoolClass()
    const closed = { ...openSession(id), state: 'CLOSED' as const, closedAt: now }
    await db.classSession.createMany({ data: [closed, closed, openSession(id)] })
    await expect(db.classSession.create({ data: openSession(id) })).rejects.toMatchObject({ code: 'P2002' })
  })

  test.each([
    ['an open session that was never opened', { openedAt: null }, /ClassSession_open_check/],
    ['a closed session without the time it closed', { state: 'CLOSED' }, /ClassSession_closed_check/],
    [
      'a planned end at the planned start',
      { plannedStart: now, plannedEnd: now },
      /ClassSession_planned_check/,
    ],
    ['a late rule of more than four hours', { lateAfterMinutes: 241 }, /ClassSession_lateAfterMinutes_check/],
  ] as const)('%s', async (_title, change, message) => {
    const { id } = await schoolClass()
    await expect(db.classSession.create({ data: { ...openSession(id), ...change } })).rejects.toThrow(message)
  })

  test('clocking out before clocking in', async () => {
    const { id: classId, teacherId } = await schoolClass()
    const { id: sessionId } = await db.classSession.create({ data: openSession(classId) })
    const clockedOutAt = new Date(now.getTime() - 1)
    const record = { sessionId, studentId: teacherId, status: 'PRESENT', method: 'HAND' } as const
    await expect(
      db.attendance.create({ data: { ...record, clockedInAt: now, clockedOutAt, createdAt: now } }),
    ).rejects.toThrow(/Attendance_clockedOutAt_check/)
  })

  test('a second active consent, though one after a withdrawn one', async () => {
    const { id: userId } = await teacher()
    await db.consent.create({ data: { userId, noticeVersion: 1, givenAt: now, withdrawnAt: now } })
    await db.consent.create({ data: { userId, noticeVersion: 1, givenAt: now } })
    await expect(
      db.consent.create({ data: { userId, noticeVersion: 1, givenAt: now } }),
    ).rejects.toMatchObject({
      code: 'P2002',
    })
  })
})
