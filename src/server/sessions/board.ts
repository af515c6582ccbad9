import 'server-only'
import { MIN_PHOTOS } from '@/domain/enrolment'
import { usablePhotos } from '../biometrics/usable-photos'
import type { ActorContext } from '../context/context'
import type { RollCallState } from '../db/generated/enums'
import { latestEventId } from '../live/stream'
import { ownSession } from './service'

const underWay: RollCallState[] = ['WAITING', 'WORKING', 'READY']

/**
 * Everything the live board and the session's page show: the session, and one tile a student, whether or
 * not there is a record yet. Former students appear where they have a record. `lastEventId` is read first,
 * so that the stream from there on misses nothing.
 */
export async function board(ctx: ActorContext, input: { sessionId: string }) {
  const lastEventId = await latestEventId(ctx)
  const { schoolClass, ...session } = await ownSession(ctx, input.sessionId)
  const usable = await usablePhotos(ctx)
  const students = await ctx.db.user.findMany({
    where: {
      OR: [
        { rosterEntries: { some: { classId: schoolClass.id, leftAt: null } } },
        { attendance: { some: { sessionId: session.id } } },
      ],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      faceOff: true,
      _count: { select: { enrolmentPhotos: { where: usable } } },
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
    students: students.map(({ id, name, faceOff, _count, attendance }) => ({
      id,
      name,
      faceOff,
      enrolled: _count.enrolmentPhotos >= MIN_PHOTOS,
      record: attendance[0] ?? null,
    })),
    /** Group photos of the session are on their way to being marks. */
    rollCall:
      (await ctx.db.rollCall.count({ where: { sessionId: session.id, state: { in: underWay } } })) > 0,
    now: ctx.clock(),
    viewerId: ctx.actor.id,
    lastEventId,
  }
}
