import { testDatabase } from '@test/support/database'
import { withEarlierDatabase } from '@test/support/earlier-database'
import { makeClass, makeUser } from '@test/support/factories'
import pg from 'pg'
import { describe, expect, test } from 'vitest'

const { db, url } = testDatabase()
const now = new Date('2026-03-02T03:15:00Z')

/** A class of one with a session that has ended and kept nobody. */
async function endedSession() {
  const teacher = await makeUser(db, { roles: ['TEACHER'], now })
  const student = await makeUser(db, { roles: ['STUDENT'], now })
  const { id: classId } = await makeClass(db, { teacher, students: [student], now })
  const { id: sessionId } = await db.classSession.create({
    data: { classId, state: 'CLOSED', openedAt: now, closedAt: now, lateAfterMinutes: 10, createdAt: now },
  })
  const [entry] = await db.member.findMany({ where: { userId: student.id } })
  return { classId, sessionId, memberId: entry?.id ?? '', studentId: student.id }
}

describe('the database refuses', () => {
  const FOREIGN_KEY = '23503'
  const UNIQUE = '23505'

  async function keep(sessionId: string, classId: string, memberId: string) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      const values = [sessionId, classId, memberId]
      const columns = '"sessionId", "classId", "memberId", "joinedAt"'
      await client.query(`INSERT INTO "SessionMember" (${columns}) VALUES ($1, $2, $3, now())`, values)
    } finally {
      await client.end()
    }
  }

  test('a member of another class in a session, whichever class is named', async () => {
    const [one, other] = [await endedSession(), await endedSession()]
    await expect(keep(one.sessionId, one.classId, other.memberId)).rejects.toMatchObject({
      code: FOREIGN_KEY,
      constraint: 'SessionMember_memberId_classId_fkey',
    })
    await expect(keep(one.sessionId, other.classId, other.memberId)).rejects.toMatchObject({
      code: FOREIGN_KEY,
      constraint: 'SessionMember_sessionId_classId_fkey',
    })
    await keep(one.sessionId, one.classId, one.memberId)
  })

  test('the same member twice', async () => {
    const { sessionId, classId, memberId } = await endedSession()
    await keep(sessionId, classId, memberId)
    await expect(keep(sessionId, classId, memberId)).rejects.toMatchObject({ code: UNIQUE })
  })

  test('nothing when an account or a class goes: who belonged goes with it', async () => {
    const [one, other] = [await endedSession(), await endedSession()]
    for (const { sessionId, classId, memberId } of [one, other]) await keep(sessionId, classId, memberId)
    await db.user.delete({ where: { id: one.studentId } })
    expect(await db.sessionMember.count()).toBe(1)
    await db.classSession.delete({ where: { id: other.sessionId } })
    expect(await db.sessionMember.count()).toBe(0)
  })
})

/** Rows of the version before: numbers make ids, minutes make times. */
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const at = (minute: number) => new Date(now.getTime() + minute * 60_000).toISOString()

test('sessions that had ended before keep who belonged to them, as far as the database knows', async () => {
  await withEarlierDatabase('20261129', async ({ query, upgrade }) => {
    const people = [
      'teacher',
      'stayed',
      'left before',
      'left after',
      'joined after',
      'came back',
      'left in it',
      'marked',
    ]
    const numbers = new Map(people.map((name, number) => [name, number]))
    const numberOf = (name: string) => numbers.get(name) ?? -1
    for (const [name, number] of numbers)
      await query(
        `INSERT INTO "User" (id, email, name, "passwordHash", roles, "createdAt")
         VALUES ($1, $2, $3, '-', $4, $5)`,
        [id(number), `${number}@example.org`, name, number === 0 ? '{TEACHER}' : '{STUDENT}', at(0)],
      )
    await query(
      `INSERT INTO "SchoolClass" (id, "teacherId", name, "joinCode", "timeZone", "createdAt")
       VALUES ($1, $2, 'Physics', 'AB2CD3', 'Asia/Kathmandu', $3)`,
      [id(100), id(0), at(0)],
    )
    const entry = (name: string, joined: number, left: number | null) =>
      query(
        `INSERT INTO "RosterEntry" (id, "classId", "studentId", number, "joinedAt", "leftAt")
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [id(200 + numberOf(name)), id(100), id(numberOf(name)), numberOf(name), at(joined), left && at(left)],
      )
    await entry('stayed', 1, null)
    await entry('left before', 1, 30)
    await entry('left after', 1, 300)
    await entry('joined after', 300, null)
    // Away from minute 30 to minute 300: only "joinedAt" of the first time is known.
    await entry('came back', 1, null)
    await entry('left in it', 1, 70)
    await entry('marked', 300, null)
    const session = (number: number, state: string, opened: number, closed: number | null) =>
      query(
        `INSERT INTO "ClassSession" (id, "classId", state, "lateAfterMinutes", "openedAt", "closedAt", "createdAt")
         VALUES ($1, $2, $3, 10, $4, $5, $4)`,
        [id(number), id(100), state, at(opened), closed && at(closed)],
      )
    let records = 1000
    const record = async (number: number, name: string, method: string) => {
      records += 1
      await query(
        `INSERT INTO "Attendance" (id, "sessionId", "studentId", status, method, "createdAt")
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [
          id(records),
          id(number),
          id(numberOf(name)),
          method === 'SESSION_END' ? 'ABSENT' : 'PRESENT',
          method,
          at(60),
        ],
      )
      await query(
        `INSERT INTO "AttendanceChange" ("attendanceId", "actorId", at, method, "newStatus")
         VALUES ($1, $2, $3, $4, 'PRESENT')`,
        [id(records), id(0), at(60), method],
      )
    }
    // Ended by the app, which gave everybody a record who was in the class.
    await session(501, 'CLOSED', 60, 120)
    await record(501, 'stayed', 'FACE')
    await record(501, 'left after', 'SESSION_END')
    await record(501, 'left in it', 'HAND')
    await record(501, 'marked', 'HAND')
    // Without a trace of its end: by the times alone, and who has a record.
    await session(502, 'CLOSED', 60, 120)
    await record(502, 'marked', 'HAND')
    await session(503, 'OPEN', 400, null)
    await record(503, 'stayed', 'FACE')

    expect(await upgrade()).toContain('20261129000002_session_members')
    const { rows } = await query(`SELECT * FROM "SessionMember"`)
    const kept = (number: number) =>
      rows
        .filter(({ sessionId }) => sessionId === id(number))
        .map(({ memberId }) => people[Number(memberId.slice(-3)) - 200])
        .sort()
    expect(kept(501)).toEqual(['left after', 'left in it', 'marked', 'stayed'])
    expect(kept(502)).toEqual(['came back', 'left after', 'marked', 'stayed'])
    expect(kept(503)).toEqual([])
    const leftIn = rows.filter(({ leftAt }) => leftAt !== null)
    expect(leftIn).toMatchObject([
      { sessionId: id(501), joinedAt: new Date(at(1)), leftAt: new Date(at(70)) },
    ])
    const { rows: untouched } = await query(`SELECT count(*)::int AS records FROM "Attendance"`)
    expect(untouched).toEqual([{ records: 6 }])
  })
})
