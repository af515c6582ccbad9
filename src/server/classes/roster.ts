import 'server-only'
import { compareNames } from '@/domain/board'
import { MAX_STUDENTS } from '@/domain/classes'
import { MIN_PHOTOS } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import { sessionTopic } from '@/domain/live'
import { usablePhotos } from '../biometrics/usable-photos'
import type { ActorContext, ServiceContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import { countTry } from '../limits/limits'
import { publishAccessChange } from '../live/access'
import { transact } from '../live/publish'
import { lockActiveClass } from './lock'
import { ownClass } from './service'

/** Tells the open board of a class that its list of students has changed. */
export async function publishRosterChange({ tx, publish }: TxContext, classId: string): Promise<void> {
  const open = await tx.classSession.findFirst({ where: { classId, state: 'OPEN' }, select: { id: true } })
  if (open) publish([sessionTopic(open.id)], { type: 'roster.changed' })
}

/** The students of a class by name, and whether each has photos enrolled. */
export async function roster(ctx: ActorContext, input: { classId: string }) {
  await ownClass(ctx, input.classId)
  const usable = await usablePhotos(ctx)
  const entries = await ctx.db.rosterEntry.findMany({
    where: { classId: input.classId, leftAt: null },
    select: {
      number: true,
      joinedAt: true,
      student: {
        select: {
          id: true,
          name: true,
          email: true,
          faceOff: true,
          _count: { select: { enrolmentPhotos: { where: usable } } },
        },
      },
    },
  })
  // Sorted here: the database orders by code point, which puts É after Z.
  return entries
    .map(({ number, joinedAt, student: { _count, ...student } }) => ({
      ...student,
      number,
      joinedAt,
      enrolled: _count.enrolmentPhotos >= MIN_PHOTOS,
    }))
    .sort(compareNames)
}

/** Takes a student off the roster. Their records stay; with the code they can join again. */
export async function removeStudent(
  ctx: ActorContext,
  input: { classId: string; studentId: string },
): Promise<void> {
  await ownClass(ctx, input.classId)
  const removed = await endEntry(ctx, input.classId, input.studentId)
  if (!removed) throw new AppError('request.not_found')
}

function endEntry(ctx: ServiceContext, classId: string, studentId: string): Promise<boolean> {
  return transact(ctx, async (ctx) => {
    const { tx } = ctx
    const { count } = await tx.rosterEntry.updateMany({
      where: { classId, studentId, leftAt: null },
      data: { leftAt: ctx.clock() },
    })
    if (count === 0) return false
    await publishRosterChange(ctx, classId)
    publishAccessChange(ctx, studentId)
    return true
  })
}

async function classByCode(ctx: ActorContext, joinCode: string) {
  await countTry(ctx.db, 'join code', ctx.actor.id)
  const schoolClass = await ctx.db.schoolClass.findUnique({
    where: { joinCode, archivedAt: null },
    select: { id: true, name: true, teacherId: true, teacher: { select: { name: true } } },
  })
  if (!schoolClass) throw new AppError('classes.code_unknown')
  return schoolClass
}

/** What a code leads to, before the student joins. */
export async function classToJoin(ctx: ActorContext, input: { joinCode: string }) {
  const schoolClass = await classByCode(ctx, input.joinCode)
  const joined = await ctx.db.rosterEntry.count({
    where: { classId: schoolClass.id, studentId: ctx.actor.id, leftAt: null },
  })
  return { name: schoolClass.name, teacher: schoolClass.teacher.name, joined: joined > 0 }
}

/** Joins by code. Joining twice is harmless. */
export async function joinClass(
  ctx: ActorContext,
  input: { joinCode: string },
): Promise<{ classId: string; name: string }> {
  const { id: classId, name, teacherId } = await classByCode(ctx, input.joinCode)
  if (teacherId === ctx.actor.id) throw new AppError('classes.own_class')
  const place = { classId, studentId: ctx.actor.id }
  await transact(ctx, async (ctx) => {
    const { tx } = ctx
    await lockActiveClass(tx, classId, 'UPDATE')
    const students = await tx.rosterEntry.count({
      where: { classId, leftAt: null, studentId: { not: ctx.actor.id } },
    })
    if (students >= MAX_STUDENTS) throw new AppError('classes.full', { students })
    const { _max } = await tx.rosterEntry.aggregate({ where: { classId }, _max: { number: true } })
    await tx.rosterEntry.upsert({
      where: { classId_studentId: place },
      create: { ...place, number: (_max.number ?? 0) + 1, joinedAt: ctx.clock() },
      update: { leftAt: null },
    })
    await publishRosterChange(ctx, classId)
    publishAccessChange(ctx, ctx.actor.id)
  })
  return { classId, name }
}

/** The student leaves; their records stay. Leaving twice is harmless. */
export async function leaveClass(ctx: ActorContext, input: { classId: string }): Promise<void> {
  await endEntry(ctx, input.classId, ctx.actor.id)
}

/** The classes that the student is in. */
export async function joinedClasses(ctx: ActorContext) {
  const entries = await ctx.db.rosterEntry.findMany({
    where: { studentId: ctx.actor.id, leftAt: null, schoolClass: { archivedAt: null } },
    orderBy: { joinedAt: 'desc' },
    select: {
      number: true,
      joinedAt: true,
      schoolClass: {
        select: { id: true, name: true, timeZone: true, teacher: { select: { name: true } } },
      },
    },
  })
  return entries.map(({ number, joinedAt, schoolClass: { teacher, ...schoolClass } }) => ({
    ...schoolClass,
    teacher: teacher.name,
    number,
    joinedAt,
  }))
}
