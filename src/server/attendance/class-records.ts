import 'server-only'
import { startOfDay } from '@/domain/zoned-time'
import { ownClass } from '../classes/service'
import type { ActorContext } from '../context/context'
import type { Prisma } from '../db/generated/client'
import { pageAfter, pageOfRows } from '../db/page'

const PAGE = 100

export interface Days {
  from?: string | undefined
  to?: string | undefined
}

/** The sessions that begin on these days of the class, as planned or else as opened. */
function onDays({ from, to }: Days, timeZone: string): Prisma.ClassSessionWhereInput {
  const begins = {
    ...(from ? { gte: startOfDay(from, timeZone) } : {}),
    ...(to ? { lt: startOfDay(to, timeZone, 1) } : {}),
  }
  return { OR: [{ plannedStart: begins }, { plannedStart: null, openedAt: begins }] }
}

interface Wanted extends Days {
  classId: string
  studentId?: string | undefined
  cursor?: string | null | undefined
}

/** What stands of a class's students, or of one, newest first, a page at a time. */
export async function classRecords(ctx: ActorContext, input: Wanted) {
  const { id: classId, timeZone } = await ownClass(ctx, input.classId)
  const rows = await ctx.db.attendance.findMany({
    where: {
      session: { classId, ...onDays(input, timeZone) },
      ...(input.studentId ? { studentId: input.studentId } : {}),
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
      student: { select: { id: true, name: true } },
      session: { select: { id: true, title: true, state: true, plannedStart: true, openedAt: true } },
    },
  })
  const { page, nextCursor } = pageOfRows(rows, PAGE)
  return { items: page, nextCursor }
}
