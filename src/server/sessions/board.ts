import 'server-only'
import { MIN_PHOTOS } from '@/domain/enrolment'
import { type ClassEntry, movementDuring, type SessionPeriod } from '@/domain/session-members'
import { usablePhotos } from '../biometrics/usable-photos'
import type { ActorContext } from '../context/context'
import type { ClassSession, Prisma } from '../db/generated/client'
import type { RollCallState } from '../db/generated/enums'
import { latestEventId } from '../live/stream'
import { ownSession } from './service'

const movement = { joinedAt: true, leftAt: true } as const

/** What a session that has ended shows is what was kept then. */
function movementOf(session: SessionPeriod, entry: (ClassEntry & { sessions: ClassEntry[] }) | undefined) {
  const known = session.state === 'CLOSED' ? entry?.sessions[0] : entry
  return known ? movementDuring(session, known) : { joinedAt: null, leftAt: null }
}

const underWay: RollCallState[] = ['WAITING', 'WORKING', 'READY']

/** Whoever the session shows: who belongs to it, and, until it ends, who left the class while it was open. */
function shownIn({ id, classId, state, openedAt }: ClassSession): Prisma.UserWhereInput {
  const left = openedAt ? [{ leftAt: { gte: openedAt } }] : []
  const entry: Prisma.MemberWhereInput =
    state === 'CLOSED' ? { sessions: { some: { sessionId: id } } } : { OR: [{ leftAt: null }, ...left] }
  return {
    OR: [
      { memberships: { some: { placeId: classId, ...entry } } },
      { attendance: { some: { sessionId: id } } },
    ],
  }
}

/**
 * Everything the live board and the session's page show: the session, and one tile a student, whether or
 * not there is a record yet. Whoever joined or left the class while it was open is shown with the time.
 * `lastEventId` is read first, so that the stream from there on misses nothing.
 */
export async function board(ctx: ActorContext, input: { sessionId: string }) {
  const lastEventId = await latestEventId(ctx)
  const { schoolClass, ...session } = await ownSession(ctx, input.sessionId)
  const usable = await usablePhotos(ctx)
  const students = await ctx.db.user.findMany({
    where: shownIn(session),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      faceOff: true,
      _count: { select: { enrolmentPhotos: { where: usable } } },
      memberships: {
        where: { placeId: schoolClass.id },
        select: {
          ...movement,
          faceOffSince: true,
          sessions: { where: { sessionId: session.id }, select: movement },
        },
      },
      attendance: {
        where: { sessionId: session.id },
        select: { status: true, method: true, clockedInAt: true, clockedOutAt: true, note: true },
      },
    },
  })
  return {
    session,
    schoolClass: {
      id: schoolClass.id,
      name: schoolClass.name,
      timeZone: schoolClass.timeZone,
      joinCode: schoolClass.joinCode,
    },
    students: students.map(({ id, name, faceOff, _count, memberships: [entry], attendance }) => ({
      id,
      name,
      faceOff,
      faceOffHere: (entry?.faceOffSince ?? null) !== null,
      enrolled: _count.enrolmentPhotos >= MIN_PHOTOS,
      record: attendance[0] ?? null,
      ...movementOf(session, entry),
    })),
    /** Group photos of the session are on their way to being marks. */
    rollCall:
      (await ctx.db.rollCall.count({ where: { sessionId: session.id, state: { in: underWay } } })) > 0,
    codeGuessed: session.codeGuessedAt !== null,
    now: ctx.clock(),
    viewerId: ctx.actor.id,
    lastEventId,
  }
}
