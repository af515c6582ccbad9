import 'server-only'
import type { ActorContext } from '../context/context'
import { allChanges } from '../ledger/read'
import { type Told, toldOf } from './own-history'

const ofSession = {
  select: {
    ...{ title: true, openedAt: true, closedAt: true },
    schoolClass: { select: { place: { select: { name: true } } } },
  },
} as const

async function withHistory<Row extends { id: string }>(ctx: ActorContext, rows: readonly Row[]) {
  const subjectIds = rows.map(({ id }) => id)
  const changes = await allChanges(ctx, { subject: 'attendance', subjectIds })
  const of = new Map<string, Told[]>(subjectIds.map((id) => [id, []]))
  for (const change of changes) of.get(change.subjectId)?.push(toldOf(change))
  return rows.map(({ id, ...row }) => ({ ...row, history: of.get(id) ?? [] }))
}

/** What stands of them in sessions of classes, and what was taken back there, each with how it came about. */
export async function ownAttendance(ctx: ActorContext) {
  const where = { studentId: ctx.actor.id }
  const [records, takenBack] = await Promise.all([
    ctx.db.attendance.findMany({
      where,
      orderBy: { createdAt: 'asc' },
      select: {
        ...{ id: true, status: true, method: true, clockedInAt: true, clockedOutAt: true, note: true },
        session: ofSession,
      },
    }),
    ctx.db.clearedRecord.findMany({
      where,
      orderBy: { id: 'asc' },
      select: { id: true, session: ofSession },
    }),
  ])
  return { records: await withHistory(ctx, records), takenBack: await withHistory(ctx, takenBack) }
}

/** To which sessions that are over they belonged. */
export const ownSessions = ({ db, actor }: ActorContext) =>
  db.sessionMember.findMany({
    where: { member: { userId: actor.id } },
    orderBy: { session: { openedAt: 'asc' } },
    select: { joinedAt: true, leftAt: true, session: ofSession },
  })

/** What those who lead their classes wrote down about them. */
export const ownNotes = ({ db, actor }: ActorContext) =>
  db.studentNote.findMany({
    where: { member: { userId: actor.id } },
    orderBy: { createdAt: 'asc' },
    select: {
      ...{ text: true, createdAt: true, editedAt: true },
      schoolClass: { select: { place: { select: { name: true } } } },
    },
  })
