import 'server-only'
import { countStandings, type StandingCounts } from '@/domain/board'
import { AppError } from '@/domain/errors'
import type { TxContext } from '../context/tx-context'
import type { ClassSession, Prisma } from '../db/generated/client'
import type { AttendanceStatus } from '../db/generated/enums'
import type { Database } from '../db/prisma'

export type SessionOfClass = Pick<ClassSession, 'id' | 'classId' | 'state'>

interface Group {
  sessionId: string
  status: AttendanceStatus | null
  people: number
}

/** How many stand where in each of these sessions: added up by the database, by the rule of `domain/session-members`. */
export async function standingsOf(
  db: Database,
  sessionIds: string[],
): Promise<(sessionId: string) => StandingCounts> {
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
    SELECT "sessionId", a.status, count(*)::int AS people
    FROM belonging LEFT JOIN "Attendance" a USING ("sessionId", "studentId")
    GROUP BY "sessionId", a.status`
  return (sessionId) =>
    countStandings(
      groups
        .filter((group) => group.sessionId === sessionId)
        .map(({ status, people }) => ({ record: status && { status }, leftAt: null, people })),
    )
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
  const recorded = await tx.attendance.findMany({ where: { sessionId }, select: { studentId: true } })
  const there = new Set(recorded.map(({ studentId }) => studentId))
  return entries.flatMap(({ userId }) => (there.has(userId) ? [] : userId))
}

/**
 * Refuses somebody without a record in a session that they do not belong to.
 * @throws AppError `attendance.left_class`, `attendance.not_in_session` once it has ended; `request.not_found` for
 * whoever was never in the class.
 */
export async function requireMember(tx: Database, session: SessionOfClass, studentId: string): Promise<void> {
  const { id: sessionId, classId, state } = session
  const entry = await tx.member.findUnique({
    where: { placeId_userId: { placeId: classId, userId: studentId } },
    select: { leftAt: true, sessions: { where: { sessionId }, select: { memberId: true } } },
  })
  if (!entry) throw new AppError('request.not_found')
  if (state === 'CLOSED') {
    if (entry.sessions.length === 0) throw new AppError('attendance.not_in_session')
  } else if (entry.leftAt) throw new AppError('attendance.left_class')
}

/** Whoever is in the class now, and belonged to the session where it has ended: whom a roll call of it may name. */
export function stillMembers({ id: sessionId, classId, state }: SessionOfClass): Prisma.MemberWhereInput {
  return {
    placeId: classId,
    leftAt: null,
    ...(state === 'CLOSED' ? { sessions: { some: { sessionId } } } : {}),
  }
}
