import { lessonIn } from '@test/support/lesson'
import { untilSomebodyWaits } from '@test/support/waiting'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { markByHand } from '@/domain/attendance'
import { transact } from '@/server/live/publish'
import { lockRecord, saveRecord } from '@/server/sessions/record'
import { lockSession } from '@/server/sessions/service'

const world = testWorld()

const sessionOf = (id: string) =>
  world.db.classSession.findUniqueOrThrow({ where: { id }, include: { attendance: true } })

test('a session that waits for somebody who clocks in ends after they came', async () => {
  const { teacher, anna, sessionId, classId } = await lessonIn(world, { enrolled: false })
  let closing: Promise<unknown> | undefined
  await transact(world.as(anna), async (ctx) => {
    await lockSession(ctx.tx, sessionId, 'SHARE')
    closing = world.api(teacher).sessions.close({ sessionId })
    await untilSomebodyWaits(world.db)
    world.wait(1)
    const before = await lockRecord(ctx.tx, sessionId, anna.id)
    const after = markByHand(before, { status: 'PRESENT', note: null }, { open: true }, world.clock.now)
    const whose = { sessionId, classId, studentId: anna.id, actorId: anna.id, method: 'HAND' as const }
    await saveRecord(ctx, { ...whose, before, after })
  })
  await closing
  const { closedAt, attendance } = await sessionOf(sessionId)
  expect(attendance).toMatchObject([{ clockedInAt: world.clock.now }])
  expect(closedAt).toEqual(world.clock.now)
})

test('where the clocks of two servers differ, a session ends when the last one clocked', async () => {
  const { teacher, anna, sessionId } = await lessonIn(world, { enrolled: false })
  const { now } = world.clock
  const ahead = { clock: () => new Date(now.getTime() + 2000) }
  await world.api(teacher, ahead).attendance.mark({ sessionId, studentId: anna.id, status: 'LATE' })
  await world.api(teacher).sessions.close({ sessionId })
  const { closedAt, attendance } = await sessionOf(sessionId)
  expect([attendance[0]?.clockedInAt, closedAt]).toEqual([ahead.clock(), ahead.clock()])
})

test('who is marked while a session is being opened came when it was open', async () => {
  const { teacher, anna, classId, sessionId } = await lessonIn(world, { enrolled: false })
  await world.api(teacher).sessions.close({ sessionId })
  const plannedStart = '2026-03-02T09:00'
  const planned = await world.api(teacher).sessions.create({ classId, openNow: false, plannedStart })
  let marking: Promise<unknown> | undefined
  await transact(world.as(teacher), async ({ tx }) => {
    await lockSession(tx, planned.id, 'UPDATE')
    marking = world
      .api(teacher)
      .attendance.mark({ sessionId: planned.id, studentId: anna.id, status: 'PRESENT' })
    await untilSomebodyWaits(world.db)
    world.wait(1)
    const opened = { state: 'OPEN' as const, openedAt: world.clock.now }
    await tx.classSession.update({ where: { id: planned.id }, data: opened })
  })
  await marking
  const { openedAt, attendance } = await sessionOf(planned.id)
  expect(attendance).toMatchObject([{ clockedInAt: openedAt }])
})

test('who joins while they leave does not leave before they joined', async () => {
  const { anna, classId } = await lessonIn(world, { enrolled: false })
  const early = { clock: () => new Date(world.clock.now.getTime() - 2000) }
  await world.api(anna, early).places.leave({ placeId: classId })
  const [member] = await world.db.member.findMany({ where: { userId: anna.id } })
  expect(member?.leftAt).toEqual(member?.joinedAt)
})
