import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError } from '@/domain/errors'
import { MAX_ROLL_CALL_PHOTOS } from '@/domain/roll-calls'
import type { ActorContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import { seal } from '../crypto/seal'
import { isUniqueViolation } from '../db/errors'
import type { RollCall } from '../db/generated/client'
import { addJob } from '../jobs/queue'
import { countTry } from '../limits/limits'
import { nowHeld, transact } from '../live/publish'
import { lockOwnSession, ownSession } from '../sessions/service'
import { lockRollCall, ownRollCall, publishRollCall, requireRecogniser, underWay } from './access'
import { readJob } from './resume'
import { fingerprintOf, photoLabel } from './sealing'

/** Opens a roll call for photos, in a session that is open or has ended. One of a session is under way at a time. */
export async function createRollCall(
  ctx: ActorContext,
  input: { sessionId: string },
): Promise<{ rollCallId: string }> {
  await ownSession(ctx, input.sessionId)
  await requireRecogniser(ctx)
  return transact(ctx, async (ctx) => {
    const { tx } = ctx
    const session = await lockOwnSession(ctx, input.sessionId, 'SHARE')
    if (session.state === 'SCHEDULED') throw new AppError('sessions.not_open')
    const rollCall = await tx.rollCall.create({
      data: {
        sessionId: session.id,
        createdById: ctx.actor.id,
        state: 'WAITING',
        createdAt: nowHeld(ctx, [session.openedAt]).now,
      },
    })
    publishRollCall(ctx, rollCall)
    return { rollCallId: rollCall.id }
  }).catch((error) => {
    throw isUniqueViolation(error) ? new AppError('rollCalls.under_way') : error
  })
}

/** Has what is there and not read yet read in the background. The roll call must be locked. */
async function startReading(ctx: TxContext, { id }: RollCall): Promise<void> {
  await ctx.tx.rollCall.update({ where: { id }, data: { state: 'WORKING' } })
  await addJob(ctx.tx, ...readJob(id))
}

/**
 * Adds one photo, sealed as it came, until the roll call is over; once it was begun, the photo is read at once. The same file
 * again is the photo that is there, so a lost answer costs nothing.
 */
export async function addRollCallPhoto(
  ctx: ActorContext,
  input: { rollCallId: string; photo: Blob },
): Promise<{ photoId: string }> {
  await ownRollCall(ctx, input.rollCallId)
  await countTry(ctx.db, 'roll call photo', ctx.actor.id)
  const file = new Uint8Array(await input.photo.arrayBuffer())
  const fingerprint = fingerprintOf(ctx.settings.faceKey, file)
  const photoId = randomUUID()
  const image = seal(ctx.settings.faceKey, photoLabel(photoId), file)
  return transact(ctx, async (ctx) => {
    const { tx } = ctx
    const rollCall = await lockRollCall(tx, input.rollCallId)
    const rollCallId = rollCall.id
    const known = await tx.rollCallPhoto.findFirst({
      where: { rollCallId, fingerprint },
      select: { id: true },
    })
    if (known) return { photoId: known.id }
    if (!underWay.some((state) => state === rollCall.state)) throw new AppError('rollCalls.over')
    const last = await tx.rollCallPhoto.aggregate({
      where: { rollCallId },
      _count: true,
      _max: { position: true },
    })
    if (last._count >= MAX_ROLL_CALL_PHOTOS) throw new AppError('rollCalls.too_many_photos')
    const position = (last._max.position ?? 0) + 1
    await tx.rollCallPhoto.create({ data: { id: photoId, rollCallId, position, image, fingerprint } })
    if (rollCall.state === 'READY') await startReading(ctx, rollCall)
    publishRollCall(ctx, rollCall)
    return { photoId }
  })
}

/** Has the photos read in the background. Beginning twice is harmless. */
export async function beginRollCall(ctx: ActorContext, input: { rollCallId: string }): Promise<void> {
  await ownRollCall(ctx, input.rollCallId)
  await transact(ctx, async (ctx) => {
    const { tx } = ctx
    const rollCall = await lockRollCall(tx, input.rollCallId)
    if (rollCall.state === 'WORKING' || rollCall.state === 'READY') return
    if (rollCall.state !== 'WAITING') throw new AppError('rollCalls.over')
    if ((await tx.rollCallPhoto.count({ where: { rollCallId: rollCall.id } })) === 0)
      throw new AppError('rollCalls.no_photos')
    await startReading(ctx, rollCall)
    publishRollCall(ctx, rollCall)
  })
}
