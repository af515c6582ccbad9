import 'server-only'
import type { ActorContext } from '../context/context'
import { ownPhoto } from '../enrolment/service'

/** The account as it stands, without what proves who one is. */
export const ownAccount = ({ db, actor }: ActorContext) =>
  db.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      ...{ name: true, email: true, roles: true, locale: true, timeZone: true, createdAt: true },
      ...{ faceOff: true, faceSignIn: true, emailConfirmedAt: true, emailSince: true, disabledAt: true },
      leads: {
        orderBy: { since: 'asc' },
        select: { role: true, since: true, place: { select: { name: true, kind: true } } },
      },
      roleRequests: {
        orderBy: { askedAt: 'asc' },
        select: { role: true, askedAt: true, decidedAt: true, granted: true },
      },
      devices: {
        orderBy: { createdAt: 'asc' },
        select: { browser: true, system: true, createdAt: true, lastUsedAt: true, revokedAt: true },
      },
      signIns: {
        orderBy: { createdAt: 'asc' },
        select: {
          ...{ way: true, browser: true, system: true, createdAt: true, lastUsedAt: true },
          ...{ expiresAt: true, endedAt: true, endedBy: true },
        },
      },
      tokens: {
        orderBy: { createdAt: 'asc' },
        select: { name: true, scopes: true, createdAt: true, expiresAt: true, revokedAt: true },
      },
      programs: {
        orderBy: { createdAt: 'asc' },
        select: { name: true, createdAt: true, lastUsedAt: true, expiresAt: true, endedAt: true },
      },
      memberships: {
        orderBy: { joinedAt: 'asc' },
        select: {
          ...{ number: true, joinedAt: true, leftAt: true, faceOffSince: true },
          place: { select: { name: true, kind: true } },
        },
      },
    },
  })

/** What stands of them in sessions of classes. */
export const ownAttendance = ({ db, actor }: ActorContext) =>
  db.attendance.findMany({
    where: { studentId: actor.id },
    orderBy: { createdAt: 'asc' },
    select: {
      ...{ status: true, method: true, clockedInAt: true, clockedOutAt: true, note: true },
      session: {
        select: {
          ...{ title: true, openedAt: true, closedAt: true },
          schoolClass: { select: { place: { select: { name: true } } } },
        },
      },
    },
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

/** Consents and checks: that they were and what came of them, neither vectors nor scores. */
export async function ownFaceData({ db, actor }: ActorContext) {
  const whose = { userId: actor.id }
  const [consents, photos, checks] = await Promise.all([
    db.consent.findMany({
      where: whose,
      orderBy: { givenAt: 'asc' },
      select: { noticeVersion: true, language: true, givenAt: true, withdrawnAt: true },
    }),
    db.enrolmentPhoto.findMany({
      where: whose,
      orderBy: { createdAt: 'asc' },
      select: { id: true, createdAt: true },
    }),
    db.faceCheck.findMany({
      where: whose,
      orderBy: { at: 'asc' },
      select: {
        ...{ at: true, purpose: true, outcome: true, reason: true, liveness: true, secondFactor: true },
        place: { select: { name: true } },
      },
    }),
  ])
  return { consents, photos, checks }
}

/** The photos that they gave, as far as the installation keeps them. */
export async function ownPhotos(ctx: ActorContext): Promise<Array<{ id: string; image: Buffer }>> {
  const kept = await ctx.db.enrolmentPhoto.findMany({
    where: { userId: ctx.actor.id, image: { not: null } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  })
  return Promise.all(kept.map(async ({ id }) => ({ id, image: await ownPhoto(ctx, { photoId: id }) })))
}
