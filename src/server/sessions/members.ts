import 'server-only'
import type { AttendanceTotals } from '@/domain/attendance'
import { countStandings, type StandingCounts, sessionTotals } from '@/domain/board'
import { AppError } from '@/domain/errors'
import type { TxContext } from '../context/tx-context'
import type { ClassSession, Prisma } from '../db/generated/client'
import type { AttendanceStatus, SessionState } from '../db/generated/enums'
import type { Database } from '../db/prisma'

export type SessionOfClass = Pick<ClassSession, 'id' | 'classId' | 'state'>

interface Group {
  sessionId: string
  state: SessionState
  notTaken: boolean
  status: AttendanceStatus | null
  /** Of those who clocked out, the last. */
  clockedOutAt: Date | null
  people: number
}

interface Standings {
  counts: StandingCounts
  totals: AttendanceTotals
}

/** How many stand where in each of these sessions: added up by the database, by the rule of `domain/session-members`. */
export async function standingsOf(
  db: Database,
  sessionIds: string[],
): Promise<(sessionId: string) => Standings> {
  const groups = await db.$queryRaw<Group[]>`
    WITH belonging AS (
      SELECT s.id AS "sessionId", r."userId" AS "studentId" FROM "ClassSession" s
      JOIN "Member" r ON r."placeId" = s."classId" AND r."leftAt" IS NULL
      WHERE s.id = ANY(${sessionIds}::uuid[]) AND s.state <> 'CLOSED'
      UNION
      SELECT m."sessionId", r."userId" AS "studentId" FROM "SessionMember" m
      JOIN "Member" r ON r.id = m."memberId"
      WHERE m."sessionId" = ANY(${sessionIds}::uuid[])
      UNION
      SELECT a."sessionId", a."studentId" FROM "Attendance" a
      WHERE a."sessionId" = ANY(${sessionIds}::uuid[])
    )
    SELECT b."sessionId", s.state, s."notTaken", a.status, max(a."clockedOutAt") AS "clockedOutAt",
      count(*)::int AS people
    FROM belonging b JOIN "ClassSession" s ON s.id = b."sessionId"
    LEFT JOIN "Attendance" a ON a."sessionId" = b."sessionId" AND a."studentId" = b."studentId"
    GROUP BY b."sessionId", s.state, s."notTaken", a.status, a."clockedOutAt" IS NULL`
  return (sessionId) => {
    const own = groups.filter((group) => group.sessionId === sessionId)
    const people = own.map(({ status, clockedOutAt, people }) => ({
      record: status && { status, clockedOutAt },
      ...{ leftAt: null, people },
    }))
    const { state, notTaken } = own[0] ?? { state: 'SCHEDULED', notTaken: false }
    return { counts: countStandings(people, { state }), totals: sessionTotals(people, { notTaken }) }
  }
}

/**
 * Keeps who belongs to a session that ends now, and gives those of them without a record. The session must be locked
 * against marks; whoever joins or leaves meanwhile does so after the end.
 */
export async function keepMembers({ tx }: TxContext, session: SessionOfClass): Promise<string[]> {
  const { id: sessionId, classId } = session
  const ofSession = { attendance: { some: { sessionId } } }
  const entries = await tx.member.findMany({
    where: { placeId: classId, OR: [{ leftAt: null }, { user: ofSession }] },
    select: { id: true, userId: true, joinedAt: true, leftAt: true },
  })
  await tx.sessionMember.createMany({
    data: entries.map(({ id: memberId, joinedAt, leftAt }) => ({
      sessionId,
      memberId,
      classId,
      joinedAt,
      leftAt,
    })),
  })
  return withoutRecord(
    tx,
    sessionId,
    entries.map(({ userId }) => userId),
  )
}

async function withoutRecord(tx: Database, sessionId: string, studentIds: string[]): Promise<string[]> {
  const recorded = await tx.attendance.findMany({ where: { sessionId }, select: { studentId: true } })
  const there = new Set(recorded.map(({ studentId }) => studentId))
  return studentIds.filter((id) => !there.has(id))
}

/** Those who belonged to a session when it ended and have no record. It must be locked against marks. */
export async function missingMembers({ tx }: TxContext, sessionId: string): Promise<string[]> {
  const entries = await tx.sessionMember.findMany({
    where: { sessionId },
    select: { member: { select: { userId: true } } },
  })
  return withoutRecord(
    tx,
    sessionId,
    entries.map(({ member }) => member.userId),
  )
}

const membership = (sessionId: string) => ({
  ...{ userId: true, leftAt: true },
  sessions: { where: { sessionId }, select: { memberId: true } },
})

/**
 * Refuses somebody without a record in a session that they do not belong to.
 * @throws AppError `attendance.left_class`, `attendance.not_in_session` once it has ended; `request.not_found` for
 * whoever was never in the class.
 */
export async function requireMember(tx: Database, session: SessionOfClass, studentId: string): Promise<void> {
  const { id: sessionId, classId, state } = session
  const entry = await tx.member.findUnique({
    where: { placeId_userId: { placeId: classId, userId: studentId } },
    select: membership(sessionId),
  })
  if (!entry) throw new AppError('request.not_found')
  if (state === 'CLOSED') {
    if (entry.sessions.length === 0) throw new AppError('attendance.not_in_session')
  } else if (entry.leftAt) throw new AppError('attendance.left_class')
}

/**
 * Those of these students who belong to a session, so that they can be marked in it without a record.
 * @throws AppError `request.not_found` where one of them was never in the class
 */
export async function membersAmong(
  tx: Database,
  { id: sessionId, classId, state }: SessionOfClass,
  studentIds: string[],
): Promise<Set<string>> {
  const entries = await tx.member.findMany({
    where: { placeId: classId, userId: { in: studentIds } },
    select: membership(sessionId),
  })
  if (entries.length < studentIds.length) throw new AppError('request.not_found')
  const belongs = entries.filter(({ leftAt, sessions }) =>
    state === 'CLOSED' ? sessions.length > 0 : leftAt === null,
  )
  return new Set(belongs.map(({ userId }) => userId))
}

/** Whoever is in the class now, and belonged to the session where it has ended: whom a roll call of it may name. */
export function stillMembers({ id: sessionId, classId, state }: SessionOfClass): Prisma.MemberWhereInput {
  return {
    placeId: classId,
    leftAt: null,
    ...(state === 'CLOSED' ? { sessions: { some: { sessionId } } } : {}),
  }
}
