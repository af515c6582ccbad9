import 'server-only'
import { AppError } from '@/domain/errors'
import { sessionTopic } from '@/domain/live'
import type { ActorContext, ServiceContext } from '../context/context'
import { ledBy } from '../context/led-by'
import type { TxContext } from '../context/tx-context'
import type { RollCall } from '../db/generated/client'
import type { Database } from '../db/prisma'

/** The states in which a session's one roll call is under way. */
export const underWay = ['WAITING', 'WORKING', 'READY'] as const

/** The roll call if the actor teaches its class; to anybody else it does not exist. */
export async function ownRollCall(ctx: ActorContext, rollCallId: string) {
  const rollCall = await ctx.db.rollCall.findFirst({
    where: { id: rollCallId, session: { schoolClass: { place: ledBy(ctx.actor) } } },
    include: { session: { include: { schoolClass: { include: { place: true } } } } },
  })
  if (!rollCall) throw new AppError('request.not_found')
  return rollCall
}

/** Holds the roll call until the transaction ends, so that reading, deciding and confirming never cross. */
export async function lockRollCall(tx: Database, rollCallId: string): Promise<RollCall> {
  await tx.$queryRaw`SELECT 1 FROM "RollCall" WHERE id = ${rollCallId}::uuid FOR UPDATE`
  const rollCall = await tx.rollCall.findUnique({ where: { id: rollCallId } })
  if (!rollCall) throw new AppError('request.not_found')
  return rollCall
}

export function publishRollCall(
  { publish }: Pick<TxContext, 'publish'>,
  { sessionId }: Pick<RollCall, 'sessionId'>,
): void {
  publish([sessionTopic(sessionId)], { type: 'rollCall.changed' })
}

/** Erases everything that shows somebody: photos, crops and vectors. */
export async function eraseMaterial(tx: Database, rollCallIds: string[]): Promise<void> {
  await tx.rollCallFace.deleteMany({ where: { rollCallId: { in: rollCallIds } } })
  await tx.rollCallPhoto.deleteMany({ where: { rollCallId: { in: rollCallIds } } })
}

/** The recogniser in use; without one a roll call cannot be begun. */
export async function requireRecogniser(ctx: ServiceContext): Promise<string> {
  const model = await ctx.recogniser()
  if (!model) throw new AppError('rollCalls.no_recogniser')
  return model
}
