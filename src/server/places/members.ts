import 'server-only'
import { compareNames } from '@/domain/board'
import { MIN_PHOTOS } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import { publishMembersChanged } from '../biometrics/faces-changed'
import { usablePhotos } from '../biometrics/usable-photos'
import type { ActorContext, ServiceContext } from '../context/context'
import { publishAccessChange } from '../live/access'
import { transact } from '../live/publish'
import { requireLed } from './access'

/** The members of a place by name, and whether each has photos enrolled. */
export async function members(ctx: ActorContext, input: { placeId: string }) {
  await requireLed(ctx, input)
  const usable = await usablePhotos(ctx)
  const entries = await ctx.db.member.findMany({
    where: { placeId: input.placeId, leftAt: null },
    select: {
      number: true,
      joinedAt: true,
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
  // Sorted here: the database orders by code point, which puts É after Z.
  return entries
    .map(({ number, joinedAt, user: { _count, ...user } }) => ({
      ...user,
      number,
      joinedAt,
      enrolled: _count.enrolmentPhotos >= MIN_PHOTOS,
    }))
    .sort(compareNames)
}

interface Membership {
  placeId: string
  userId: string
}

function endMembership(ctx: ServiceContext, { placeId, userId }: Membership): Promise<boolean> {
  return transact(ctx, async (ctx) => {
    const { count } = await ctx.tx.member.updateMany({
      where: { placeId, userId, leftAt: null },
      data: { leftAt: ctx.now },
    })
    if (count === 0) return false
    await publishMembersChanged(ctx, { placeId })
    publishAccessChange(ctx, userId)
    return true
  })
}

/** Takes somebody off the list. Their records stay; with the code they can join again. */
export async function removeMember(ctx: ActorContext, input: Membership): Promise<void> {
  await requireLed(ctx, input)
  if (!(await endMembership(ctx, input))) throw new AppError('request.not_found')
}

/** The actor leaves; their records stay. Leaving twice is harmless. */
export async function leavePlace(ctx: ActorContext, input: { placeId: string }): Promise<void> {
  await endMembership(ctx, { placeId: input.placeId, userId: ctx.actor.id })
}
