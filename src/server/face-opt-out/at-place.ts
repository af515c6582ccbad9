import 'server-only'
import { AppError } from '@/domain/errors'
import { lockEnrolment } from '../biometrics/enrolment-lock'
import { publishFaceHere } from '../biometrics/faces-changed'
import type { ActorContext } from '../context/context'
import { approvedBy, ledBy } from '../context/led-by'
import type { Prisma } from '../db/generated/client'
import { transact } from '../live/publish'
import { lockLed } from '../places/lock'

/** The places at which somebody decides about the faces of members: a class that they lead, a workplace whose hours they approve. */
export function facesDecidedBy(actor: ActorContext['actor']): Prisma.PlaceWhereInput {
  return {
    OR: [
      ...(actor.roles.includes('TEACHER') ? [{ kind: 'CLASS' as const, ...ledBy(actor) }] : []),
      ...(actor.roles.includes('EMPLOYER') ? [approvedBy(actor)] : []),
    ],
  }
}

interface Wanted {
  placeId: string
  userId: string
  off: boolean
}

/**
 * A leader switches a member's face off at their place, such as at the wish of the parents, or on again. Nothing is
 * erased by it, and nothing changes at another place. Twice is harmless.
 */
export async function setFaceOffAt(ctx: ActorContext, { placeId, userId, off }: Wanted): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { tx, now, actor, change } = ctx
    await lockLed(ctx, { placeId, mode: 'SHARE' })
    await lockEnrolment(tx, userId)
    const member = await tx.member.findFirst({
      where: { placeId, userId, leftAt: null, place: facesDecidedBy(actor) },
      select: { id: true, faceOffSince: true },
    })
    if (!member) throw new AppError('request.not_found')
    const before = { off: member.faceOffSince !== null }
    if (before.off === off) return
    await tx.member.update({ where: { id: member.id }, data: { faceOffSince: off ? now : null } })
    change({
      ...{ subject: 'face at a place', subjectId: member.id, actorId: actor.id, placeId },
      ...{ before, after: { off } },
    })
    await publishFaceHere(ctx, { placeId, userId })
  })
}
