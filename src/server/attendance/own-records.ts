import 'server-only'
import { attendanceTotals } from '@/domain/attendance'
import { compareNames } from '@/domain/board'
import type { ActorContext } from '../context/context'
import { pageAfter, pageOfRows } from '../db/page'

const PAGE = 50

interface OwnRecordsInput {
  /** Only the records of this class. */
  classId?: string | undefined
  cursor?: string | null | undefined
}

/** The student's own records, newest first, a page at a time. */
export async function ownRecords(ctx: ActorContext, input: OwnRecordsInput) {
  const rows = await ctx.db.attendance.findMany({
    where: {
      studentId: ctx.actor.id,
      ...(input.classId ? { session: { classId: input.classId } } : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...pageAfter(input, PAGE),
    select: {
      id: true,
      status: true,
      method: true,
      clockedInAt: true,
      clockedOutAt: true,
      note: true,
      session: {
        select: {
          id: true,
          title: true,
          state: true,
          plannedStart: true,
          openedAt: true,
          schoolClass: { select: { place: { select: { id: true, name: true, timeZone: true } } } },
        },
      },
    },
  })
  const { page, nextCursor } = pageOfRows(rows, PAGE)
  const items = page.map(({ session: { schoolClass, ...session }, ...record }) => ({
    ...record,
    session: { ...session, schoolClass: schoolClass.place },
  }))
  return { items, nextCursor }
}

interface ClassCounts {
  id: string
  name: string
  present: number
  late: number
  absent: number
  excused: number
}

/** The student's totals: over all classes, and for each class. */
export async function ownTotals(ctx: ActorContext) {
  const rows = await ctx.db.$queryRaw<ClassCounts[]>`
    SELECT p.id, p.name,
      count(*) FILTER (WHERE a.status = 'PRESENT')::int AS present,
      count(*) FILTER (WHERE a.status = 'LATE')::int AS late,
      count(*) FILTER (WHERE a.status = 'ABSENT')::int AS absent,
      count(*) FILTER (WHERE a.status = 'EXCUSED')::int AS excused
    FROM "Attendance" a
    JOIN "ClassSession" s ON s.id = a."sessionId"
    JOIN "Place" p ON p.id = s."classId"
    WHERE a."studentId" = ${ctx.actor.id}::uuid AND NOT s."notTaken"
    GROUP BY p.id, p.name`
  const sum = (key: 'present' | 'late' | 'absent' | 'excused') =>
    rows.reduce((total, row) => total + row[key], 0)
  return {
    all: attendanceTotals({
      PRESENT: sum('present'),
      LATE: sum('late'),
      ABSENT: sum('absent'),
      EXCUSED: sum('excused'),
    }),
    classes: rows.sort(compareNames).map(({ id, name, present, late, absent, excused }) => ({
      id,
      name,
      totals: attendanceTotals({ PRESENT: present, LATE: late, ABSENT: absent, EXCUSED: excused }),
    })),
  }
}
