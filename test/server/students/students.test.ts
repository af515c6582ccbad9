import { refusal } from '@test/support/errors'
import { openLesson } from '@test/support/open-lesson'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { endForgottenSessions } from '@/server/sessions/forgotten'

const world = testWorld()
const HOUR = 60

async function lesson() {
  const scene = await openLesson(world)
  const anna = scene.students[0]?.id ?? ''
  return { ...scene, of: { classId: scene.classId, studentId: anna }, record: scene.of(0) }
}

/** One who was late by 20 minutes, one excused, one absent, one that nobody took, and one that is open. */
async function term() {
  const scene = await lesson()
  const { api, record, classId, sessionId, byCode } = scene
  const next = async () => (await api.sessions.create({ classId, openNow: true })).id
  world.wait(19)
  await byCode(0, 'in')
  await api.sessions.close({ sessionId })
  world.wait(24 * HOUR)
  const second = await next()
  await api.attendance.mark({ ...record, sessionId: second, status: 'EXCUSED', note: 'Dentist' })
  await api.sessions.close({ sessionId: second })
  const third = await next()
  await api.attendance.mark({ sessionId: third, studentId: scene.students[1]?.id ?? '', status: 'PRESENT' })
  await api.sessions.close({ sessionId: third })
  const forgotten = await next()
  world.wait(20 * HOUR)
  await endForgottenSessions(world.context())
  const open = await next()
  return { ...scene, second, third, forgotten, open }
}

describe('a student’s page in a class', () => {
  test('adds up what counts: rate, counts, lateness, weeks, and what was not taken', async () => {
    const { api, of } = await term()
    const { student, totals, late, notTaken, weeks, schoolClass } = await api.students.inClass(of)
    expect(student).toMatchObject({ id: of.studentId, name: 'Amit', leftAt: null, deleted: false })
    expect(student.email).toContain('@')
    expect(schoolClass).toMatchObject({ id: of.classId, archivedAt: null })
    expect(totals).toEqual({ present: 0, late: 1, absent: 1, excused: 1, rate: 0.5 })
    expect(late).toEqual({ minutes: 20, timed: 1 })
    expect(notTaken).toBe(1)
    expect(weeks.at(-1)).toMatchObject({ late: 1, absent: 1, excused: 1 })
  })

  test('says the same rate as the student’s own page', async () => {
    const { api, of, students } = await term()
    const own = await world.api(students[0] ?? null).attendance.ownTotals()
    expect((await api.students.inClass(of)).totals).toEqual(own.all)
  })

  test('lists every session of theirs, newest first, the one not taken and the open one too', async () => {
    const { api, of, sessionId, second, third, forgotten, open } = await term()
    const { items } = await api.students.sessions(of)
    expect(items.map(({ session, record }) => [session.id, record?.status ?? null])).toEqual([
      [open, null],
      [forgotten, null],
      [third, 'ABSENT'],
      [second, 'EXCUSED'],
      [sessionId, 'LATE'],
    ])
    expect(items[1]?.session.notTaken).toBe(true)
  })

  test('comes a page at a time', async () => {
    const { api, of, classId } = await lesson()
    const rows = Array.from({ length: 60 }, (_, at) => ({
      ...{ classId, state: 'CLOSED' as const, lateAfterMinutes: 10 },
      openedAt: new Date(world.clock.now.getTime() - (at + 2) * 3_600_000),
      closedAt: new Date(world.clock.now.getTime() - (at + 1) * 3_600_000 - 60_000),
      createdAt: world.clock.now,
    }))
    const sessions = await world.db.classSession.createManyAndReturn({ data: rows, select: { id: true } })
    const member = await world.db.member.findFirstOrThrow({ where: { userId: of.studentId } })
    await world.db.sessionMember.createMany({
      data: sessions.map(({ id: sessionId }) => ({
        ...{ sessionId, classId, memberId: member.id, joinedAt: world.clock.now },
      })),
    })
    const first = await api.students.sessions(of)
    const second = await api.students.sessions({ ...of, cursor: first.nextCursor })
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 11, null])
    const all = [...first.items, ...second.items].map(({ session }) => session.id)
    expect(new Set(all).size).toBe(61)
  })

  test('is told of who has left by name alone, and in an archived class', async () => {
    const { api, of, classId, sessionId } = await lesson()
    await api.sessions.close({ sessionId })
    await api.places.removeMember({ placeId: classId, userId: of.studentId })
    await api.classes.setArchived({ classId, archived: true })
    const { student, schoolClass } = await api.students.inClass(of)
    expect(student).toMatchObject({ name: 'Amit', email: null, leftAt: expect.any(Date) })
    expect(schoolClass.archivedAt).not.toBeNull()
  })

  test('does not exist for who does not lead the class, nor for somebody who was never in it', async () => {
    const { api, of, teacher, students } = await lesson()
    const other = world.api(await world.user(['TEACHER']))
    const stranger = await world.user(['STUDENT'])
    for (const call of ['inClass', 'sessions', 'notes'] as const) {
      expect(await refusal(other.students[call](of))).toBe('request.not_found')
      const nobody = { ...of, studentId: stranger.id }
      expect(await refusal(api.students[call](nobody))).toBe('request.not_found')
      expect(await refusal(world.api(students[0] ?? null).students[call](of))).toBe('auth.not_allowed')
    }
    await world.db.user.update({ where: { id: teacher.id }, data: { roles: ['STUDENT'] } })
    const former = world.api({ ...teacher, roles: ['STUDENT'] })
    expect(await refusal(former.students.inClass(of))).toBe('auth.not_allowed')
  })
})
