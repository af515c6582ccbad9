import 'server-only'
import { lookAlikesOf } from '../calibration/look-alikes'
import type { ServiceContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { FaceCheckPurpose } from '../db/generated/enums'
import type { FaceCheckResult } from './check'
import { forgetMisses } from './locks'
import { type Occasion, occasionColumns } from './occasion'

/** So long after a face was recognised the code may follow it. */
const PENDING_MS = 2 * 60 * 1000

/** Whether a face that matched may not decide alone: somebody looks alike, or it counts only together with a code. */
export async function needsSecondFactor(ctx: ServiceContext, check: FaceCheckResult): Promise<boolean> {
  const { subject, decision, model } = check
  if (decision.outcome !== 'MATCHED') return false
  if (decision.comparison.likeness === 'possible') return true
  return (await lookAlikesOf(ctx, subject.userId, model)).length > 0
}

interface Pending {
  userId: string
  occasion: Occasion
  purpose: FaceCheckPurpose
}

/** Lets the code that was just given be the second factor of a face recognised a moment ago; whether there was one. */
export async function addSecondFactor(
  { tx, now }: TxContext,
  { userId, purpose, occasion }: Pending,
): Promise<boolean> {
  const since = new Date(now.getTime() - PENDING_MS)
  const check = await tx.faceCheck.findFirst({
    where: {
      userId,
      purpose,
      ...occasionColumns(occasion),
      outcome: 'MATCHED',
      reason: 'face.second_factor',
      at: { gte: since },
    },
    orderBy: { at: 'desc' },
    select: { id: true },
  })
  if (!check) return false
  await tx.faceCheck.update({ where: { id: check.id }, data: { reason: null, secondFactor: true } })
  await forgetMisses(tx, userId)
  return true
}
