import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { sealedBytes } from '@test/support/sealed'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { MAX_STUDENTS } from '@/domain/classes'
import { NOTICE_VERSION } from '@/domain/enrolment'

const world = testWorld()

describe('who has photos', () => {
  interface Photos {
    count: number
    kept: boolean
    model: string | null
  }

  async function enrolledWith({ count, kept, model }: Photos) {
    const teacher = await world.user(['TEACHER'])
    const student = await world.user(['STUDENT'])
    const createdAt = world.clock.now
    const { id: classId } = await makeClass(world.db, { teacher, students: [student], now: createdAt })
    await world.db.consent.create({
      data: { userId: student.id, noticeVersion: NOTICE_VERSION, givenAt: createdAt },
    })
    for (let i = 0; i < count; i++) {
      const { id: photoId } = await world.db.enrolmentPhoto.create({
        data: { userId: student.id, createdAt, image: kept ? sealedBytes() : null },
      })
      if (model)
        await world.db.template.create({
          data: { userId: student.id, photoId, model, vector: sealedBytes(), createdAt },
        })
    }
    const api = world.api(teacher, { recogniser: async () => 'retail-0095' })
    const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
    const board = await api.sessions.board({ sessionId })
    const roster = await api.places.members({ placeId: classId })
    expect(board.students[0]?.enrolled).toBe(roster[0]?.enrolled)
    return roster[0]?.enrolled
  }

  test.each([
    ['two templates of the recogniser in use', { count: 2, kept: false, model: 'retail-0095' }, true],
    ['two templates of another recogniser', { count: 2, kept: false, model: 'dlib' }, false],
    ['two kept photos, read again at the next clock-in', { count: 2, kept: true, model: 'dlib' }, true],
    ['one photo', { count: 1, kept: true, model: 'retail-0095' }, false],
    ['none', { count: 0, kept: true, model: null }, false],
  ])('%s', async (_title, photos, enrolled) => {
    expect(await enrolledWith(photos)).toBe(enrolled)
  })
})

test('a full class is joined by nobody new; whoever is in it may join again', async () => {
  const teacher = await world.user(['TEACHER'])
  const { id: classId, joinCode } = await makeClass(world.db, { teacher, students: [], now: world.clock.now })
  await world.db.$executeRaw`
    INSERT INTO "User" (id, email, name, "passwordHash", roles, "createdAt")
    SELECT gen_random_uuid(), 'student' || n || '@example.org', 'Student', '-', '{STUDENT}', now()
    FROM generate_series(1, ${MAX_STUDENTS - 1}::int) n`
  await world.db.$executeRaw`
    INSERT INTO "Member" (id, "placeId", "userId", number, "joinedAt")
    SELECT gen_random_uuid(), ${classId}::uuid, id, row_number() OVER (), now() FROM "User" WHERE roles = '{STUDENT}'`
  const last = await world.user(['STUDENT'])
  const late = await world.user(['STUDENT'])
  await world.api(last).places.join({ joinCode })
  await world.api(last).places.join({ joinCode })
  expect(await refusal(world.api(late).places.join({ joinCode }))).toBe('classes.full')
  expect(await world.api(teacher).places.members({ placeId: classId })).toHaveLength(MAX_STUDENTS)
})

test('a class that says so is left by nobody alone; who runs it takes them off, and an archived one holds nobody', async () => {
  const teacher = await world.user(['TEACHER'])
  const [anna, ben] = [await world.user(['STUDENT']), await world.user(['STUDENT'])]
  const { id: placeId } = await makeClass(world.db, {
    ...{ teacher, students: [anna, ben], now: world.clock.now },
  })
  const staff = world.api(teacher)
  await staff.classes.update({ classId: placeId, mayLeave: false })
  expect(await world.api(anna).places.joined()).toMatchObject([{ mayLeave: false }])
  expect(await refusal(world.api(anna).places.leave({ placeId }))).toBe('classes.leaving_forbidden')
  await staff.places.removeMember({ placeId, userId: anna.id })
  // Twice is harmless here too.
  await world.api(anna).places.leave({ placeId })
  await staff.classes.setArchived({ classId: placeId, archived: true })
  await world.api(ben).places.leave({ placeId })
  expect(await world.db.member.count({ where: { placeId, leftAt: null } })).toBe(0)
})
