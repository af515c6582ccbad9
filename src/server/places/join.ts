import 'server-only'
import { MAX_STUDENTS } from '@/domain/classes'
import { AppError } from '@/domain/errors'
import { publishMembersChanged } from '../biometrics/faces-changed'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import type { TxContext } from '../context/tx-context'
import { publishAccessChange } from '../live/access'
import { transact } from '../live/publish'
import { foundByCode } from './join-guess'
import { ledByName, ownerName } from './leader-names'
import { lockActiveLed, lockActivePlace } from './lock'

async function placeByCode(ctx: ActorContext, joinCode: string) {
  const place = await foundByCode(ctx, () =>
    ctx.db.place.findUnique({
      where: { joinCode, kind: 'CLASS', archivedAt: null },
      select: { id: true, name: true, ...ledByName },
    }),
  )
  if (!place) throw new AppError('classes.code_unknown')
  return place
}

/** What a code leads to, before somebody joins. */
export async function placeToJoin(ctx: ActorContext, input: { joinCode: string }) {
  const place = await placeByCode(ctx, input.joinCode)
  const joined = await ctx.db.member.count({
    where: { placeId: place.id, userId: ctx.actor.id, leftAt: null },
  })
  return { name: place.name, teacher: ownerName(place), joined: joined > 0 }
}

interface Membership {
  placeId: string
  userId: string
}

/** Somebody is a member from now on. The place must be held. */
async function takeIn(ctx: TxContext, membership: Membership): Promise<void> {
  const { tx } = ctx
  const { placeId, userId } = membership
  const students = await tx.member.count({ where: { placeId, leftAt: null, userId: { not: userId } } })
  if (students >= MAX_STUDENTS) throw new AppError('classes.full', { students })
  const { _max } = await tx.member.aggregate({ where: { placeId }, _max: { number: true } })
  // Whoever comes back joins anew: an open board says so, and sessions that have ended keep who was in them.
  await tx.member.updateMany({
    where: { ...membership, leftAt: { not: null } },
    data: { joinedAt: ctx.now, leftAt: null },
  })
  await tx.member.upsert({
    where: { placeId_userId: membership },
    create: { ...membership, number: (_max.number ?? 0) + 1, joinedAt: ctx.now },
    update: {},
  })
  await publishMembersChanged(ctx, { placeId })
  publishAccessChange(ctx, userId)
}

/** Joins by code. Joining twice is harmless. */
export async function joinPlace(
  ctx: ActorContext,
  input: { joinCode: string },
): Promise<{ placeId: string; name: string }> {
  const { id: placeId, name } = await placeByCode(ctx, input.joinCode)
  const membership = { placeId, userId: ctx.actor.id }
  await transact(ctx, async (ctx) => {
    const { tx } = ctx
    await lockActivePlace(tx, placeId, 'UPDATE')
    if ((await tx.leader.count({ where: membership })) > 0) throw new AppError('classes.own_class')
    await takeIn(ctx, membership)
  })
  return { placeId, name }
}

/**
 * A leader takes in somebody who is in another class of theirs, and whose email they therefore know. Everybody else
 * joins by the code, so that nobody learns here who has an account, and nobody is put into a class of a stranger's or
 * one that they have left.
 */
export async function addMember(ctx: ActorContext, input: { placeId: string; email: string }): Promise<void> {
  const { placeId, email } = input
  await transact(ctx, async (ctx) => {
    const { kind } = await lockActiveLed(ctx, { placeId, mode: 'UPDATE' })
    if (kind !== 'CLASS') throw new AppError('request.not_found')
    const known = { some: { placeId: { not: placeId }, leftAt: null, place: ledBy(ctx.actor) } }
    const person = await ctx.tx.user.findFirst({
      where: { email, memberships: { ...known, none: { placeId, leftAt: { not: null } } } },
      select: { id: true, leads: { where: { placeId }, select: { placeId: true } } },
    })
    if (!person) throw new AppError('places.joins_by_code')
    if (person.leads.length > 0) throw new AppError('places.leads_already')
    await takeIn(ctx, { placeId, userId: person.id })
  })
}

/** The classes that the actor is in. */
export async function joinedPlaces(ctx: ActorContext) {
  const entries = await ctx.db.member.findMany({
    where: { userId: ctx.actor.id, leftAt: null, place: { kind: 'CLASS', archivedAt: null } },
    orderBy: { joinedAt: 'desc' },
    select: {
      number: true,
      joinedAt: true,
      place: {
        select: {
          ...{ id: true, name: true, timeZone: true, ...ledByName },
          schoolClass: { select: { mayLeave: true } },
        },
      },
    },
  })
  return entries.map(({ number, joinedAt, place: { leaders, schoolClass, ...place } }) => ({
    ...place,
    teacher: ownerName({ leaders }),
    number,
    joinedAt,
    mayLeave: schoolClass?.mayLeave ?? false,
  }))
}
