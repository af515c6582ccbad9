import 'server-only'
import { AppError } from '@/domain/errors'
import { placeTopic, sessionTopic } from '@/domain/live'
import type { LiveEventPayload } from '@/domain/live-schema'
import type { SessionState } from '@/domain/sessions'
import type { SessionSettings } from '@/domain/sessions-schema'
import { instantOf } from '@/domain/zoned-time'
import { ownClass } from '../classes/service'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import type { TxContext } from '../context/tx-context'
import { isUniqueViolation } from '../db/errors'
import { pageAfter, pageOfRows } from '../db/page'
import type { Database } from '../db/prisma'
import { transact } from '../live/publish'
import { lockActiveLed } from '../places/lock'
import { standingsOf } from './members'

const PAGE = 50

/** What a session says of itself. */
export const sessionFields = {
  id: true,
  classId: true,
  title: true,
  state: true,
  plannedStart: true,
  plannedEnd: true,
  lateAfterMinutes: true,
  openedAt: true,
  closedAt: true,
  endedByItself: true,
  notTaken: true,
  createdAt: true,
} as const

/** The session if the actor teaches its class; to anybody else it does not exist. */
export async function ownSession(ctx: ActorContext, sessionId: string) {
  const session = await ctx.db.classSession.findFirst({
    where: { id: sessionId, schoolClass: { place: ledBy(ctx.actor) } },
    include: { schoolClass: { include: { place: true } } },
  })
  if (!session) throw new AppError('request.not_found')
  const { schoolClass, ...own } = session
  const { place, ...ofClass } = schoolClass
  return { ...own, schoolClass: { ...place, ...ofClass, joinCode: place.joinCode ?? '' } }
}

/** Those of the sessions whose class the actor teaches. */
export async function ownSessionIds(ctx: ActorContext, sessionIds: string[]): Promise<string[]> {
  const found = await ctx.db.classSession.findMany({
    where: { id: { in: sessionIds }, schoolClass: { place: ledBy(ctx.actor) } },
    select: { id: true },
  })
  return found.map(({ id }) => id)
}

/** The session, held by somebody who leads its class at this moment: their right may have ended while this waited. */
export async function lockOwnSession(
  { tx, actor }: TxContext<ActorContext>,
  sessionId: string,
  mode: 'SHARE' | 'UPDATE',
) {
  const session = await lockSession(tx, sessionId, mode)
  // Held, so that whoever is taken off is so after this.
  const leads = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Leader" WHERE "placeId" = ${session.classId}::uuid AND "userId" = ${actor.id}::uuid FOR SHARE`
  if (leads.length === 0) throw new AppError('request.not_found')
  return session
}

/**
 * Holds the session until the transaction ends and gives its state. Who changes records shares it; who opens,
 * closes or changes the session itself takes it alone, so that no record is written after the end.
 */
export async function lockSession(tx: Database, sessionId: string, mode: 'SHARE' | 'UPDATE') {
  if (mode === 'SHARE')
    await tx.$queryRaw`SELECT 1 FROM "ClassSession" WHERE id = ${sessionId}::uuid FOR SHARE`
  else await tx.$queryRaw`SELECT 1 FROM "ClassSession" WHERE id = ${sessionId}::uuid FOR UPDATE`
  const session = await tx.classSession.findUnique({ where: { id: sessionId } })
  if (!session) throw new AppError('request.not_found')
  return session
}

function instantIn(timeZone: string, localTime: string | undefined): Date | null {
  if (!localTime) return null
  const instant = instantOf(localTime, timeZone)
  if (!instant) throw new AppError('sessions.time_does_not_exist')
  return instant
}

function plannedTimes(schoolClass: { timeZone: string }, settings: SessionSettings, now: Date) {
  const plannedStart = instantIn(schoolClass.timeZone, settings.plannedStart)
  const plannedEnd = instantIn(schoolClass.timeZone, settings.plannedEnd)
  if (plannedEnd && plannedEnd <= (plannedStart ?? now)) throw new AppError('sessions.end_before_start')
  return { plannedStart, plannedEnd }
}

interface Announced {
  id: string
  classId: string
}

/** Tells the session's own pages and those of the class's students. */
export function announce(
  { publish }: Pick<TxContext, 'publish'>,
  session: Announced,
  event: LiveEventPayload,
) {
  publish([sessionTopic(session.id), placeTopic(session.classId)], event)
}

/** Tells them that the session was planned, opened, changed or closed. */
export function publishState(ctx: Pick<TxContext, 'publish'>, session: Announced, state: SessionState): void {
  announce(ctx, session, { type: 'session.changed', sessionId: session.id, state })
}

function alreadyOpen(error: unknown): unknown {
  return isUniqueViolation(error) ? new AppError('sessions.already_open') : error
}

/** Starts a session at once, or plans one for later. One session of a class is open at a time. */
export async function createSession(
  ctx: ActorContext,
  input: SessionSettings & { classId: string; openNow: boolean },
): Promise<{ id: string }> {
  const schoolClass = await ownClass(ctx, input.classId)
  const now = ctx.clock()
  const times = plannedTimes(schoolClass, input, now)
  if (!input.openNow && !times.plannedStart) throw new AppError('sessions.start_missing')
  const state = input.openNow ? 'OPEN' : 'SCHEDULED'
  return transact(ctx, async (ctx) => {
    const { tx } = ctx
    await lockActiveLed(ctx, { placeId: schoolClass.id, mode: 'SHARE' })
    const session = await tx.classSession.create({
      data: {
        classId: schoolClass.id,
        title: input.title || null,
        state,
        ...times,
        lateAfterMinutes: input.lateAfterMinutes ?? schoolClass.lateAfterMinutes,
        openedAt: input.openNow ? now : null,
        createdAt: now,
      },
    })
    publishState(ctx, session, state)
    return { id: session.id }
  }).catch((error) => {
    throw alreadyOpen(error)
  })
}

/** Opens a planned session. */
export async function openSession(ctx: ActorContext, input: { sessionId: string }): Promise<void> {
  const { classId } = await ownSession(ctx, input.sessionId)
  await transact(ctx, async (ctx) => {
    const { tx } = ctx
    await lockActiveLed(ctx, { placeId: classId, mode: 'SHARE' })
    const session = await lockOwnSession(ctx, input.sessionId, 'UPDATE')
    if (session.state === 'CLOSED') throw new AppError('sessions.closed')
    if (session.state === 'OPEN') return
    await tx.classSession.update({
      where: { id: session.id },
      data: { state: 'OPEN', openedAt: ctx.clock() },
    })
    publishState(ctx, session, 'OPEN')
  }).catch((error) => {
    throw alreadyOpen(error)
  })
}

/** Changes title, planned times and late rule. Records made so far keep their status. */
export async function updateSession(
  ctx: ActorContext,
  input: SessionSettings & { sessionId: string },
): Promise<void> {
  const found = await ownSession(ctx, input.sessionId)
  const times = plannedTimes(found.schoolClass, input, found.openedAt ?? ctx.clock())
  await transact(ctx, async (ctx) => {
    const { tx } = ctx
    const session = await lockOwnSession(ctx, input.sessionId, 'UPDATE')
    if (session.state === 'CLOSED') throw new AppError('sessions.closed')
    if (session.state === 'SCHEDULED' && !times.plannedStart) throw new AppError('sessions.start_missing')
    await tx.classSession.update({
      where: { id: session.id },
      data: {
        ...times,
        title: input.title || null,
        lateAfterMinutes: input.lateAfterMinutes ?? session.lateAfterMinutes,
      },
    })
    publishState(ctx, session, session.state)
  })
}

/** One session, with how many stand where. */
export async function sessionById(ctx: ActorContext, input: { sessionId: string }) {
  const session = await ownSession(ctx, input.sessionId)
  return { ...session, ...(await standingsOf(ctx.db, [session.id]))(session.id) }
}

/** The sessions of a class that are planned and not opened yet, the next one first. */
export async function plannedSessions(ctx: ActorContext, input: { classId: string }) {
  const schoolClass = await ownClass(ctx, input.classId)
  return ctx.db.classSession.findMany({
    where: { classId: schoolClass.id, state: 'SCHEDULED' },
    orderBy: [{ plannedStart: 'asc' }, { id: 'asc' }],
    select: sessionFields,
  })
}

/** The sessions of a class that were opened, newest first, a page at a time, each with how many stood where. */
export async function sessionsOfClass(
  ctx: ActorContext,
  input: { classId: string; cursor?: string | null | undefined },
) {
  const schoolClass = await ownClass(ctx, input.classId)
  const rows = await ctx.db.classSession.findMany({
    where: { classId: schoolClass.id, state: { not: 'SCHEDULED' } },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    ...pageAfter(input, PAGE),
    select: sessionFields,
  })
  const { page, nextCursor } = pageOfRows(rows, PAGE)
  const standings = await standingsOf(
    ctx.db,
    page.map(({ id }) => id),
  )
  return { items: page.map((session) => ({ ...session, ...standings(session.id) })), nextCursor }
}
