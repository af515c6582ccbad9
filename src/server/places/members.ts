import 'server-only'
import { compareNames } from '@/domain/board'
import { MIN_PHOTOS } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import { facesOffHere } from '../biometrics/face-here'
import { publishMembersChanged } from '../biometrics/faces-changed'
import { usablePhotos } from '../biometrics/usable-photos'
import type { ActorContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import { withholdAnswers } from '../idempotency/answers'
import { publishAccessChange } from '../live/access'
import { transact } from '../live/publish'
import { requireLed } from './access'
import { leaveNow } from './leave'
import { lockLed } from './lock'

/** The members of a place by name, and whether each has photos enrolled. */
export async function members(ctx: ActorContext, input: { placeId: string }) {
  await requireLed(ctx, input)
  const usable = await usablePhotos(ctx)
  const entries = await ctx.db.member.findMany({
    where: { placeId: input.placeId, leftAt: null },
    select: {
      ...{ id: true, number: true, joinedAt: true, faceOffSince: true },
      user: {
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
  const offHere = await facesOffHere(ctx, entries)
  // Sorted here: the database orders by code point, which puts É after Z.
  return entries
    .map(({ number, joinedAt, user: { _count, ...user }, ...entry }) => ({
      ...user,
      number,
      joinedAt,
      enrolled: _count.enrolmentPhotos >= MIN_PHOTOS,
      faceOffHere: offHere(entry),
    }))
    .sort(compareNames)
}

interface Membership {
  placeId: string
  userId: string
}

/** Somebody belongs to a class no longer; who works somewhere leaves by the end of their employment. */
async function endMembership(ctx: TxContext, { placeId, userId }: Membership): Promise<boolean> {
  const entry = { placeId, userId, leftAt: null, place: { kind: 'CLASS' as const } }
  const member = await ctx.tx.member.findFirst({ where: entry, select: { id: true } })
  if (!member || (await leaveNow(ctx, member)) === 0) return false
  await publishMembersChanged(ctx, { placeId })
  await withholdAnswers(ctx.tx, userId)
  publishAccessChange(ctx, userId)
  return true
}

/** Somebody whose account goes belongs to no class from now on. */
export async function endAllMemberships(ctx: TxContext, userId: string): Promise<void> {
  const here = { userId, leftAt: null, place: { kind: 'CLASS' as const } }
  const members = await ctx.tx.member.findMany({ where: here, orderBy: { placeId: 'asc' } })
  for (const { placeId } of members) await endMembership(ctx, { placeId, userId })
}

/** Takes somebody off the list. Their records stay; with the code they can join again. */
export async function removeMember(ctx: ActorContext, input: Membership): Promise<void> {
  await transact(ctx, async (ctx) => {
    await lockLed(ctx, { placeId: input.placeId, mode: 'SHARE' })
    if (!(await endMembership(ctx, input))) throw new AppError('request.not_found')
  })
}

/**
 * The actor leaves; their records stay. Leaving twice is harmless.
 * @throws AppError `classes.leaving_forbidden` where whoever runs the class has to take them off
 */
export async function leavePlace(ctx: ActorContext, input: { placeId: string }): Promise<void> {
  const membership = { placeId: input.placeId, userId: ctx.actor.id }
  await transact(ctx, async (ctx) => {
    const here = { placeId: input.placeId, userId: ctx.actor.id, leftAt: null }
    const held = { ...here, place: { archivedAt: null, schoolClass: { mayLeave: false } } }
    if ((await ctx.tx.member.count({ where: held })) > 0) throw new AppError('classes.leaving_forbidden')
    await endMembership(ctx, membership)
  })
}
