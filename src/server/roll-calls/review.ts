import 'server-only'
import { MIN_PHOTOS } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import { BASIC_RECOGNISER } from '@/domain/face/thresholds'
import { isPhotoProblem } from '@/domain/roll-calls'
import { faceBoxSchema } from '@/domain/roll-calls-schema'
import { identifiableAmong } from '../biometrics/identifiable'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import { open } from '../crypto/seal'
import { latestEventId } from '../live/stream'
import { stillMembers } from '../sessions/members'
import { ownSession } from '../sessions/service'
import { ownRollCall, underWay } from './access'
import { cropLabel, viewLabel } from './sealing'

/** The roll call of a session that is under way, or the last one where it failed; null where there is none. */
async function latest(ctx: ActorContext, sessionId: string) {
  const found = await ctx.db.rollCall.findFirst({
    where: { sessionId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      state: true,
      createdAt: true,
      photos: {
        orderBy: { position: 'asc' },
        select: {
          id: true,
          position: true,
          problem: true,
          doneAt: true,
          _count: { select: { faces: true } },
        },
      },
    },
  })
  if (!found || found.state === 'CONFIRMED' || found.state === 'DISCARDED') return null
  const { photos, state, ...rollCall } = found
  return {
    ...rollCall,
    state,
    photos: photos.map(({ id, position, problem, doneAt, _count }) => ({
      id,
      position,
      done: doneAt !== null,
      faces: _count.faces,
      problem: problem && isPhotoProblem(problem) ? problem : null,
    })),
  }
}

/** Everything the roll call's page shows before there are faces: how far it is, and who can be found at all. */
export async function rollCallOf(ctx: ActorContext, input: { sessionId: string }) {
  const lastEventId = await latestEventId(ctx)
  const { schoolClass, ...session } = await ownSession(ctx, input.sessionId)
  const model = await ctx.recogniser()
  const members = stillMembers(session)
  const [students, consented] = await Promise.all([
    ctx.db.user.count({ where: { memberships: { some: members } } }),
    ctx.db.user.findMany({
      where: identifiableAmong(members),
      select: { _count: { select: { templates: { where: { model: model ?? '' } } } } },
    }),
  ])
  return {
    session: { id: session.id, title: session.title, state: session.state },
    schoolClass: { id: schoolClass.id, name: schoolClass.name, timeZone: schoolClass.timeZone },
    students,
    /** How many of them can be found in photos. */
    findable: consented.filter(({ _count }) => _count.templates >= MIN_PHOTOS).length,
    recogniser: model !== null,
    rollCall: await latest(ctx, session.id),
    /** How many were confirmed already, and not undone. */
    rounds: await ctx.db.rollCall.count({
      where: { sessionId: session.id, state: 'CONFIRMED', undoneAt: null },
    }),
    viewerId: ctx.actor.id,
    lastEventId,
  }
}

/** The faces of a roll call that has been read, and the students they could be. Bands and names, never a score. */
export async function review(ctx: ActorContext, input: { rollCallId: string }) {
  const { session, ...rollCall } = await ownRollCall(ctx, input.rollCallId)
  if (rollCall.state !== 'READY')
    throw new AppError(
      underWay.some((state) => state === rollCall.state) ? 'rollCalls.not_ready' : 'rollCalls.over',
    )
  const members = stillMembers(session)
  const [photos, faces, students, findable] = await Promise.all([
    ctx.db.rollCallPhoto.findMany({
      where: { rollCallId: rollCall.id, view: { not: null } },
      orderBy: { position: 'asc' },
      select: { id: true, position: true, width: true, height: true },
    }),
    ctx.db.rollCallFace.findMany({
      where: { rollCallId: rollCall.id, crop: { not: new Uint8Array() } },
      select: {
        id: true,
        band: true,
        studentId: true,
        others: true,
        box: true,
        photo: { select: { position: true, width: true, height: true } },
      },
    }),
    ctx.db.user.findMany({
      where: { memberships: { some: members } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        name: true,
        attendance: {
          where: { sessionId: session.id },
          select: { status: true, method: true, clockedInAt: true, clockedOutAt: true, note: true },
        },
        _count: { select: { templates: { where: { model: rollCall.model ?? '' } } } },
      },
    }),
    ctx.db.user.findMany({ where: identifiableAmong(members), select: { id: true } }),
  ])
  const consented = new Set(findable.map(({ id }) => id))
  const { plannedStart, openedAt, closedAt, lateAfterMinutes, state } = session
  return {
    rollCallId: rollCall.id,
    takenAt: rollCall.createdAt,
    /** The basic recogniser ticks nobody. */
    preselects: rollCall.model !== BASIC_RECOGNISER,
    session: {
      id: session.id,
      state,
      plannedStart,
      openedAt: openedAt ?? rollCall.createdAt,
      closedAt,
      lateAfterMinutes,
    },
    /** Those that can be looked at. */
    photos: photos.map(({ width, height, ...photo }) => ({
      ...photo,
      ...{ width: width ?? 1, height: height ?? 1 },
    })),
    // As in the photos: one after the other, and in each from left to right.
    faces: faces
      .map(({ photo, box, ...face }) => ({
        ...face,
        photo: photo.position,
        box: inThousandths(faceBoxSchema.parse(box), photo),
      }))
      .sort((a, b) => a.photo - b.photo || a.box.x - b.box.x)
      .map(({ id, band, photo, box, studentId, others }) => ({
        ...{ id, band, photo, box },
        // Whoever left the class since, or whose face was switched off, is nobody's name any more.
        studentId: studentId && consented.has(studentId) ? studentId : null,
        others: others.filter((id) => consented.has(id)),
      })),
    students: students.map(({ id, name, attendance, _count }) => ({
      id,
      name,
      record: attendance[0] ?? null,
      /** Whether the student could be found; without their consent nothing made from their face is kept either. */
      consented: consented.has(id),
      findable: consented.has(id) && _count.templates >= MIN_PHOTOS,
    })),
  }
}

type Box = ReturnType<typeof faceBoxSchema.parse>

/** A place in a photo of any size. */
function inThousandths(box: Box, { width, height }: { width: number | null; height: number | null }): Box {
  const [across, down] = [1000 / (width || 1), 1000 / (height || 1)]
  const { round } = Math
  return {
    ...{ x: round(box.x * across), y: round(box.y * down) },
    ...{ width: round(box.width * across), height: round(box.height * down) },
  }
}

/** One photo as JPEG to look at, for the teacher of the class and only while the roll call is under way. */
export async function photoView(ctx: ActorContext, input: { photoId: string }): Promise<Buffer> {
  if (!ctx.actor.roles.includes('TEACHER')) throw new AppError('request.not_found')
  const photo = await ctx.db.rollCallPhoto.findFirst({
    where: {
      id: input.photoId,
      rollCall: { state: 'READY', session: { schoolClass: { place: ledBy(ctx.actor) } } },
    },
    select: { view: true },
  })
  if (!photo?.view) throw new AppError('request.not_found')
  return open(ctx.settings.faceKey, viewLabel(input.photoId), photo.view)
}

/** One face as JPEG, for the teacher of the class and only while the roll call is under way. */
export async function faceCrop(ctx: ActorContext, input: { faceId: string }): Promise<Buffer> {
  if (!ctx.actor.roles.includes('TEACHER')) throw new AppError('request.not_found')
  const face = await ctx.db.rollCallFace.findFirst({
    where: {
      id: input.faceId,
      rollCall: { state: 'READY', session: { schoolClass: { place: ledBy(ctx.actor) } } },
    },
    select: { crop: true },
  })
  if (!face || face.crop.length === 0) throw new AppError('request.not_found')
  return open(ctx.settings.faceKey, cropLabel(input.faceId), face.crop)
}
