import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError } from '@/domain/errors'
import { activeConsent } from '../biometrics/consent'
import { lockEnrolments } from '../biometrics/enrolment-lock'
import type { Neighbour } from '../calibration/neighbours'
import type { ActorContext } from '../context/context'
import { seal } from '../crypto/seal'
import type { Database } from '../db/prisma'
import type { Selfie } from '../face/face-engine'
import { transact } from '../live/publish'
import { holdOf } from './hold-of'

export const caseLabel = (caseId: string) => `duplicate:${caseId}`

/** Refuses while an administrator has to look at this account's photos, and for good once one has said so. */
export async function requireNoHold(db: Database, userId: string): Promise<void> {
  const hold = await holdOf(db, userId)
  if (hold)
    throw new AppError(hold === 'OPEN' ? 'enrolment.administrator_looks' : 'enrolment.administrator_refused')
}

interface Suspect {
  selfie: Selfie
  /** The others whose face is clearly the same, nearest first. */
  same: readonly Neighbour[]
  /** The consent under which the picture was taken. */
  consentId: string
}

/** The nearest who is still enrolled and of whom nobody has said that they are another person; null where there is none. */
async function nearestInQuestion(tx: Database, userId: string, { same, selfie }: Suspect) {
  const settled = await tx.duplicateCase.findMany({
    where: { state: 'TWINS', OR: [{ userId }, { knownId: userId }] },
    select: { userId: true, knownId: true },
  })
  const twins = new Set(settled.flatMap((one) => [one.userId, one.knownId]))
  const enrolled = await tx.user.findMany({
    where: {
      id: { in: same.map((one) => one.userId) },
      templates: { some: { model: selfie.recogniser } },
    },
    select: { id: true },
  })
  const here = new Set(enrolled.map(({ id }) => id))
  return same.find((one) => here.has(one.userId) && !twins.has(one.userId)) ?? null
}

/**
 * Stops an enrolment whose face another account has already, unless an administrator has said before that these two are
 * different people. The picture is kept sealed until an administrator has decided.
 */
export async function stopDuplicate(ctx: ActorContext, suspect: Suspect): Promise<void> {
  const userId = ctx.actor.id
  const { selfie, same, consentId } = suspect
  if (same.length === 0) return
  const stopped = await transact(ctx, async (ctx) => {
    const { tx } = ctx
    // The others', too: whoever withdraws while this is written down would be written down with a score.
    await lockEnrolments(tx, [userId, ...same.map((one) => one.userId)])
    if ((await activeConsent(tx, userId))?.id !== consentId) throw new AppError('enrolment.no_consent')
    await requireNoHold(tx, userId)
    const nearest = await nearestInQuestion(tx, userId, suspect)
    if (!nearest) return false
    const id = randomUUID()
    await tx.duplicateCase.create({
      data: {
        id,
        userId,
        knownId: nearest.userId,
        model: selfie.recogniser,
        image: seal(ctx.settings.faceKey, caseLabel(id), selfie.photo),
        similarity: nearest.similarity,
        state: 'OPEN',
        createdAt: ctx.clock(),
      },
    })
    return true
  })
  if (stopped) throw new AppError('enrolment.administrator_looks')
}
