import 'server-only'
import { randomInt } from 'node:crypto'
import { type ClassInput, makeJoinCode } from '@/domain/classes'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import { isUniqueViolation } from '../db/errors'
import { lockClass } from './lock'

const CODE_TRIES = 5

/** Writes with a fresh join code, and again with another in the rare case that it is taken. */
async function withFreshCode<Result>(write: (joinCode: string) => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write(makeJoinCode(randomInt))
    } catch (error) {
      if (!isUniqueViolation(error) || tries === CODE_TRIES) throw error
    }
  }
}

/** The class if the actor teaches it; to anybody else it does not exist. */
export async function ownClass(ctx: ActorContext, classId: string) {
  const schoolClass = await ctx.db.schoolClass.findFirst({
    where: { id: classId, teacherId: ctx.actor.id },
  })
  if (!schoolClass) throw new AppError('request.not_found')
  return schoolClass
}

export function createClass(ctx: ActorContext, input: ClassInput): Promise<{ id: string }> {
  return withFreshCode((joinCode) =>
    ctx.db.schoolClass.create({
      data: { ...input, joinCode, teacherId: ctx.actor.id, createdAt: ctx.clock() },
      select: { id: true },
    }),
  )
}

export async function updateClass(ctx: ActorContext, input: ClassInput & { classId: string }): Promise<void> {
  const { classId, ...data } = input
  const { count } = await ctx.db.schoolClass.updateMany({
    where: { id: classId, teacherId: ctx.actor.id },
    data,
  })
  if (count === 0) throw new AppError('request.not_found')
}

/** Archives or restores. An archived class keeps its records, and nobody joins it or starts a session. */
export async function setArchived(
  ctx: ActorContext,
  input: { classId: string; archived: boolean },
): Promise<void> {
  await ownClass(ctx, input.classId)
  await ctx.db.$transaction(async (tx) => {
    await lockClass(tx, input.classId, 'UPDATE')
    const open = await tx.classSession.count({ where: { classId: input.classId, state: 'OPEN' } })
    if (input.archived && open > 0) throw new AppError('sessions.still_open')
    await tx.schoolClass.updateMany({
      where: { id: input.classId, teacherId: ctx.actor.id },
      data: { archivedAt: input.archived ? ctx.clock() : null },
    })
  })
}

/** A new join code; the old one stops working at once. */
export async function regenerateCode(
  ctx: ActorContext,
  input: { classId: string },
): Promise<{ joinCode: string }> {
  await ownClass(ctx, input.classId)
  return withFreshCode((joinCode) =>
    ctx.db.schoolClass.update({
      where: { id: input.classId, teacherId: ctx.actor.id },
      data: { joinCode },
      select: { joinCode: true },
    }),
  )
}

/** The teacher's classes, newest first, each with its number of students and its open session. */
export async function taughtClasses(ctx: ActorContext, input: { archived: boolean }) {
  const classes = await ctx.db.schoolClass.findMany({
    where: { teacherId: ctx.actor.id, archivedAt: input.archived ? { not: null } : null },
    orderBy: { createdAt: 'desc' },
    select: {
      id: true,
      name: true,
      timeZone: true,
      lateAfterMinutes: true,
      joinCode: true,
      archivedAt: true,
      _count: { select: { roster: { where: { leftAt: null } } } },
      sessions: { where: { state: 'OPEN' }, select: { id: true, openedAt: true } },
    },
  })
  return classes.map(({ _count, sessions, ...schoolClass }) => ({
    ...schoolClass,
    students: _count.roster,
    openSession: sessions[0] ?? null,
  }))
}

/** One class of the teacher, with what its page needs besides the roster and the sessions. */
export async function taughtClass(ctx: ActorContext, input: { classId: string }) {
  const { teacherId: _, ...schoolClass } = await ownClass(ctx, input.classId)
  const openSession = await ctx.db.classSession.findFirst({
    where: { classId: input.classId, state: 'OPEN' },
    select: { id: true },
  })
  return { ...schoolClass, openSessionId: openSession?.id ?? null }
}
