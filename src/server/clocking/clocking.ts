import 'server-only'
import { AppError } from '@/domain/errors'
import type { ServiceContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { OccasionKind, Occasions } from '../face-checks/occasion'
import type { Answers, Clocking, OccasionRules, Prepared } from './occasion-rules'
import { sessionRules } from './session'
import { workRules } from './work'

const rules: { [Kind in OccasionKind]: OccasionRules<Kind> } = { session: sessionRules, work: workRules }

function rulesOf<Kind extends OccasionKind>({ occasion }: Clocking<Kind>): OccasionRules<Kind> {
  return rules[occasion.kind as Kind]
}

export function prepareClocking<Kind extends OccasionKind>(
  ctx: ServiceContext,
  clocking: Clocking<Kind>,
  now: Date,
): Promise<Prepared<Answers[Kind]>> {
  return rulesOf(clocking).prepare(ctx, clocking, now)
}

export function applyClocking<Kind extends OccasionKind>(
  ctx: TxContext,
  clocking: Clocking<Kind>,
): Promise<Answers[Kind]> {
  return rulesOf(clocking).apply(ctx, clocking)
}

/** What a face check for clocking this way is for. */
export const clockPurpose = { in: 'CLOCK_IN', out: 'CLOCK_OUT' } as const

/** A session as an occasion. */
export async function sessionOccasion(
  { db }: Pick<ServiceContext, 'db'>,
  { sessionId }: { sessionId: string },
): Promise<Occasions['session']> {
  const session = await db.classSession.findUnique({ where: { id: sessionId }, select: { classId: true } })
  if (!session) throw new AppError('request.not_found')
  return { kind: 'session', placeId: session.classId, sessionId }
}

/** Work at a place as an occasion. */
export const workOccasion = ({ workplaceId }: { workplaceId: string }): Occasions['work'] => ({
  kind: 'work',
  placeId: workplaceId,
})
