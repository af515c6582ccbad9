import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError } from '@/domain/errors'
import type { Neighbour } from '../calibration/neighbours'
import type { ActorContext } from '../context'
import { seal } from '../crypto/seal'
import type { Database } from '../db/prisma'
import { activeConsent, lockEnrolment } from '../enrolment/service'
import type { Selfie } from '../face/face-engine'
import { holdOf } from './hold-of'

export const caseLabel = (caseId: string) => `duplicate:${caseId}`

/** Refuses while the office has to look at this account's photos, and for good once it has said so. */
export async function requireNoHold(db: Database, userId: string): Promise<void> {
  const hold = await holdOf(db, userId)
  if (hold) throw new AppError(hold === 'OPEN' ? 'enrolment.office_looks' : 'enrolment.office_refused')
}

interface Suspect {
  selfie: Selfie
  /** The others whose face is clearly the same, nearest first. */
  same: readonly Neighbour[]
  /** The agreement under which the picture was taken. */
  consentId: string
}

/**
 * Stops an enrolment whose face another account has already, unless the office has said before that these two are
 * different people. The picture is kept sealed until the office has decided.
 */
export async function stopDuplicate(ctx: ActorContext, { selfie, same, consentId }: Suspect): Promise<void> {
  const userId = ctx.actor.id
  if (same.length === 0) return
  const settled = await ctx.db.duplicateCase.findMany({
    where: { state: 'TWINS', OR: [{ userId }, { knownId: userId }] },
    select: { userId: true, knownId: true },
  })
  const twins = new Set(settled.flatMap((one) => [one.userId, one.knownId]))
  const nearest = same.find((one) => !twins.has(one.userId))
  if (!nearest) return
  await ctx.db.$transaction(async (tx) => {
    await lockEnrolment(tx, userId)
    if ((await activeConsent(tx, userId))?.id !== consentId) throw new AppError('enrolment.no_consent')
    const id = randomUUID()
    await tx.duplicateCase.createMany({
      data: [
        {
          id,
          userId,
          knownId: nearest.userId,
          model: selfie.recogniser,
          image: seal(ctx.settings.faceKey, caseLabel(id), selfie.photo),
          similarity: nearest.similarity,
          state: 'OPEN',
          createdAt: ctx.clock(),
        },
      ],
      skipDuplicates: true,
    })
  })
  throw new AppError('enrolment.office_looks')
}
