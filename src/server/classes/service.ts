import 'server-only'
import type { ClassInput } from '@/domain/classes-schema'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import type { TxContext } from '../context/tx-context'
import type { Place } from '../db/generated/client'
import { transact } from '../live/publish'
import { archive } from '../places/archive'
import { withFreshCode } from '../places/join-code'
import { leaderChange } from '../places/leaders'
import { lockLed } from '../places/lock'

/** What a class says of itself, its place's part included. */
const classFields = {
  id: true,
  lateAfterMinutes: true,
  mayLeave: true,
  endsAfterPlannedHours: true,
  endsAfterHours: true,
  place: {
    select: {
      name: true,
      timeZone: true,
      joinCode: true,
      liveness: true,
      archivedAt: true,
      createdAt: true,
    },
  },
} as const

/** The class if the actor leads it; to anybody else it does not exist. */
export async function ownClass(ctx: ActorContext, classId: string) {
  const found = await ctx.db.schoolClass.findFirst({
    where: { id: classId, place: ledBy(ctx.actor) },
    select: classFields,
  })
  if (!found) throw new AppError('request.not_found')
  const { place, ...schoolClass } = found
  return { ...schoolClass, ...place, joinCode: place.joinCode ?? '' }
}

/** A class of which the actor is the owner. */
export function createClass(ctx: ActorContext, input: ClassInput): Promise<{ id: string }> {
  const { lateAfterMinutes, mayLeave, endsAfterPlannedHours, endsAfterHours, ...place } = input
  const userId = ctx.actor.id
  return withFreshCode((joinCode) =>
    transact(ctx, async ({ tx, now, change }) => {
      const { id } = await tx.place.create({
        data: {
          ...place,
          kind: 'CLASS',
          joinCode,
          createdAt: now,
          leaders: { create: { userId, role: 'OWNER', since: now } },
          schoolClass: {
            create: {
              ...{ lateAfterMinutes, endsAfterPlannedHours, endsAfterHours },
              ...(mayLeave !== undefined && { mayLeave }),
            },
          },
        },
        select: { id: true },
      })
      change(leaderChange({ placeId: id, userId, actorId: userId, before: null, after: { role: 'OWNER' } }))
      return { id }
    }),
  )
}

/** Holds the class alone, for somebody who leads it at this moment; a workplace of theirs is none. */
async function lockClass(
  ctx: Pick<TxContext<ActorContext>, 'tx' | 'actor'>,
  { classId, ...as }: { classId: string; as?: 'OWNER' },
): Promise<Place> {
  const place = await lockLed(ctx, { placeId: classId, mode: 'UPDATE', ...as })
  if (place.kind !== 'CLASS') throw new AppError('request.not_found')
  return place
}

type ClassChanges = { [Field in keyof ClassInput]?: ClassInput[Field] | undefined }

/** Changes what is given; what is left out stays. */
export async function updateClass(
  ctx: ActorContext,
  input: ClassChanges & { classId: string },
): Promise<void> {
  const { classId, lateAfterMinutes, mayLeave, endsAfterPlannedHours, endsAfterHours, ...place } = input
  await transact(ctx, async (ctx) => {
    await lockClass(ctx, { classId })
    await ctx.tx.schoolClass.update({
      where: { id: classId },
      data: { lateAfterMinutes, mayLeave, endsAfterPlannedHours, endsAfterHours, place: { update: place } },
    })
  })
}

/** Archives or restores. An archived class keeps its records, and nobody joins it or starts a session. */
export async function setArchived(
  ctx: ActorContext,
  input: { classId: string; archived: boolean },
): Promise<void> {
  const { classId, archived } = input
  await transact(ctx, async (ctx) => {
    await archive(ctx, await lockClass(ctx, { classId, as: 'OWNER' }), { archived })
  })
}

/** A new join code; the old one stops working at once. */
export async function regenerateCode(
  ctx: ActorContext,
  input: { classId: string },
): Promise<{ joinCode: string }> {
  const { classId } = input
  return withFreshCode((joinCode) =>
    transact(ctx, async (ctx) => {
      await lockClass(ctx, { classId })
      await ctx.tx.place.update({ where: { id: classId }, data: { joinCode } })
      return { joinCode }
    }),
  )
}

interface WantedClasses {
  archived: boolean
  /** Only those with this in their name. */
  name?: string | undefined
}

/** The classes that the actor runs, newest first, each with its number of students and its open session. */
export async function taughtClasses(ctx: ActorContext, { archived, name = '' }: WantedClasses) {
  const classes = await ctx.db.schoolClass.findMany({
    where: { place: { ...ledBy(ctx.actor), archivedAt: archived ? { not: null } : null } },
    orderBy: [{ place: { createdAt: 'desc' } }, { id: 'desc' }],
    select: {
      id: true,
      lateAfterMinutes: true,
      place: {
        select: {
          name: true,
          timeZone: true,
          joinCode: true,
          archivedAt: true,
          leaders: { where: { userId: ctx.actor.id }, select: { role: true } },
          _count: { select: { members: { where: { leftAt: null } } } },
        },
      },
      sessions: { where: { state: 'OPEN' }, select: { id: true, openedAt: true } },
    },
  })
  // Here, because to the database an underscore would be any character.
  const wanted = classes.filter(({ place }) => place.name.toLowerCase().includes(name.toLowerCase()))
  return wanted.map(({ place: { _count, leaders, ...place }, sessions, ...schoolClass }) => ({
    ...schoolClass,
    ...place,
    joinCode: place.joinCode ?? '',
    students: _count.members,
    assists: leaders[0]?.role === 'ASSISTANT',
    openSession: sessions[0] ?? null,
  }))
}

/** One class that the actor runs, with what its page needs besides its members and the sessions. */
export async function taughtClass(ctx: ActorContext, input: { classId: string }) {
  const schoolClass = await ownClass(ctx, input.classId)
  const [openSession, owner] = await Promise.all([
    ctx.db.classSession.findFirst({ where: { classId: input.classId, state: 'OPEN' }, select: { id: true } }),
    ctx.db.leader.count({ where: { placeId: input.classId, userId: ctx.actor.id, role: 'OWNER' } }),
  ])
  return { ...schoolClass, owns: owner > 0, openSessionId: openSession?.id ?? null }
}
