import 'server-only'
import { AppError } from '@/domain/errors'
import { latenessOf, studentWeeks, totalsOf } from '@/domain/students'
import { dayOf } from '@/domain/time'
import { ownClass } from '../classes/service'
import type { ActorContext } from '../context/context'
import type { Prisma } from '../db/generated/client'
import { pageAfter, pageOfRows } from '../db/page'

const PAGE = 50

export interface StudentOfClass {
  classId: string
  studentId: string
}

/** Somebody who is in a class that the actor leads, or was; to anybody else they do not exist. */
export async function ownStudent(ctx: ActorContext, { classId, studentId }: StudentOfClass) {
  const schoolClass = await ownClass(ctx, classId)
  const member = await ctx.db.member.findUnique({
    where: { placeId_userId: { placeId: classId, userId: studentId } },
    select: {
      ...{ id: true, number: true, joinedAt: true, leftAt: true },
      user: { select: { id: true, name: true, email: true, deletedAt: true } },
    },
  })
  if (!member) throw new AppError('request.not_found')
  return { schoolClass, member }
}

/** What a student's records in a class add up to: over all, and week by week. What was not taken counts nowhere. */
export async function studentInClass(ctx: ActorContext, input: StudentOfClass) {
  const { schoolClass, member } = await ownStudent(ctx, input)
  const { classId, studentId } = input
  const [rows, notTaken] = await Promise.all([
    ctx.db.attendance.findMany({
      where: { studentId, session: { classId, notTaken: false, openedAt: { not: null } } },
      select: {
        ...{ status: true, clockedInAt: true },
        session: { select: { plannedStart: true, openedAt: true } },
      },
    }),
    ctx.db.classSession.count({
      where: { classId, notTaken: true, members: { some: { memberId: member.id } } },
    }),
  ])
  const records = rows.flatMap(({ session: { plannedStart, openedAt }, ...record }) =>
    openedAt ? [{ ...record, plannedStart, openedAt }] : [],
  )
  const { id, name, timeZone, archivedAt } = schoolClass
  const { user, number, joinedAt, leftAt } = member
  return {
    schoolClass: { id, name, timeZone, archivedAt },
    student: {
      ...{ id: user.id, name: user.name, number, joinedAt, leftAt },
      // Who has left is told by name alone.
      email: leftAt ? null : user.email,
      deleted: user.deletedAt !== null,
    },
    totals: totalsOf(records),
    notTaken,
    late: latenessOf(records),
    weeks: studentWeeks(records, { today: dayOf(ctx.clock(), timeZone), timeZone }),
  }
}

/** The sessions that a student belonged to or belongs to, newest first, a page at a time, with what stands of them. */
export async function studentSessions(
  ctx: ActorContext,
  input: StudentOfClass & { cursor?: string | null | undefined },
) {
  const { member } = await ownStudent(ctx, input)
  const { classId, studentId } = input
  const inIt: Prisma.ClassSessionWhereInput[] = [
    { attendance: { some: { studentId } } },
    { members: { some: { memberId: member.id } } },
    ...(member.leftAt ? [] : [{ state: 'OPEN' as const }]),
  ]
  const rows = await ctx.db.classSession.findMany({
    where: { classId, state: { not: 'SCHEDULED' }, OR: inIt },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    ...pageAfter(input, PAGE),
    select: {
      ...{ id: true, title: true, state: true, plannedStart: true, plannedEnd: true },
      ...{ openedAt: true, closedAt: true, notTaken: true, createdAt: true },
      attendance: {
        where: { studentId },
        select: { status: true, method: true, clockedInAt: true, clockedOutAt: true, note: true },
      },
    },
  })
  const { page, nextCursor } = pageOfRows(rows, PAGE)
  const items = page.map(({ attendance: [record], ...session }) => ({ session, record: record ?? null }))
  return { items, nextCursor }
}
