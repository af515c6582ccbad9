import 'server-only'
import { AppError } from '@/domain/errors'
import type { ServiceContext } from '../context/context'
import type { Occasion } from '../face-checks/occasion'
import type { OccasionRules } from './occasion-rules'
import { sessionRules } from './session'

const rules: Record<Occasion['kind'], OccasionRules> = { session: sessionRules }

export const prepareClocking: OccasionRules['prepare'] = (ctx, clocking, now) =>
  rules[clocking.occasion.kind].prepare(ctx, clocking, now)

export const applyClocking: OccasionRules['apply'] = (ctx, clocking) =>
  rules[clocking.occasion.kind].apply(ctx, clocking)

/** What a face check for clocking this way is for. */
export const clockPurpose = { in: 'CLOCK_IN', out: 'CLOCK_OUT' } as const

/** A session as an occasion. */
export async function sessionOccasion(
  { db }: Pick<ServiceContext, 'db'>,
  { sessionId }: { sessionId: string },
): Promise<Occasion> {
  const session = await db.classSession.findUnique({ where: { id: sessionId }, select: { classId: true } })
  if (!session) throw new AppError('request.not_found')
  return { kind: 'session', placeId: session.classId, sessionId }
}
