import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError, type ErrorCode } from '@/domain/errors'
import { isPhotoProblem, type PhotoProblem } from '@/domain/roll-calls'
import type { ServiceContext } from '../context/context'
import { open, seal } from '../crypto/seal'
import { sealVector } from '../crypto/vector'
import type { RollCallPhoto } from '../db/generated/client'
import type { FaceEngine, GroupPhoto } from '../face/face-engine'
import { addJob } from '../jobs/queue'
import { transact } from '../live/publish'
import { eraseMaterial, lockRollCall, publishRollCall } from './access'
import { decide } from './decide'
import { readJob } from './resume'
import { rollCallRules } from './rules'
import { cropLabel, photoLabel, vectorLabel, viewLabel } from './sealing'

/** How often a photo is tried that the engine gave up on, and how often an engine that does not start. */
const TRIES = 3
const ENGINE_TRIES = 6
/** Seconds until the next try. */
const BUSY_WAIT = 2
const ENGINE_WAIT = 10

type Reading = { photo: GroupPhoto } | { problem: PhotoProblem } | { again: ErrorCode }

async function read(ctx: ServiceContext, engine: FaceEngine, photo: RollCallPhoto): Promise<Reading> {
  if (!photo.image) return { problem: 'face.failed' }
  try {
    const seen = await engine.readGroup(open(ctx.settings.faceKey, photoLabel(photo.id), photo.image))
    return seen.faces.length === 0 ? { problem: 'face.none' } : { photo: seen }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'face.busy' || error.code === 'face.failed') return { again: error.code }
    return { problem: isPhotoProblem(error.code) ? error.code : 'face.failed' }
  }
}

/**
 * One step of the job: reads the next photo, or decides when all are read. A step is one transaction that also queues
 * the next one, so that other jobs get their turn in between, and a restart repeats at most the photo it broke off.
 */
export async function readRollCall(
  ctx: ServiceContext,
  { rollCallId, tries }: { rollCallId: string; tries: number },
): Promise<void> {
  const rollCall = await ctx.db.rollCall.findUnique({ where: { id: rollCallId } })
  if (rollCall?.state !== 'WORKING') return
  const next = await ctx.db.rollCallPhoto.findFirst({
    where: { rollCallId, doneAt: null },
    orderBy: { position: 'asc' },
  })
  if (!next) return finish(ctx, rollCallId, rollCall.model)
  const engine = await ctx.faceEngine().catch(() => null)
  if (!engine) {
    if (tries + 1 >= ENGINE_TRIES) return fail(ctx, rollCallId)
    return addJob(ctx.db, ...readJob(rollCallId, { tries: tries + 1, after: ENGINE_WAIT }))
  }
  const reading = await read(ctx, engine, next)
  if ('again' in reading) {
    const failed = reading.again === 'face.failed' ? tries + 1 : tries
    if (failed < TRIES) return addJob(ctx.db, ...readJob(rollCallId, { tries: failed, after: BUSY_WAIT }))
    return save(ctx, next, engine.recogniser, { problem: 'face.failed' })
  }
  await save(ctx, next, engine.recogniser, reading)
}

function save(
  ctx: ServiceContext,
  photo: RollCallPhoto,
  model: string,
  reading: Exclude<Reading, { again: ErrorCode }>,
): Promise<void> {
  const { id: photoId, rollCallId } = photo
  const key = ctx.settings.faceKey
  const seen = 'photo' in reading ? reading.photo : null
  return transact(ctx, async (ctx) => {
    const { tx } = ctx
    const rollCall = await lockRollCall(tx, rollCallId)
    if (rollCall.state !== 'WORKING') return
    const { count } = await tx.rollCallPhoto.updateMany({
      where: { id: photoId, doneAt: null },
      data: {
        // The photo shows people who agreed to nothing: it goes as soon as it has been read, and what is left of it to look
        // at when the roll call is over.
        image: null,
        view: seen && seal(key, viewLabel(photoId), seen.view),
        width: seen?.width ?? null,
        height: seen?.height ?? null,
        problem: 'problem' in reading ? reading.problem : null,
        doneAt: ctx.clock(),
      },
    })
    if (count === 0) return
    if (rollCall.model !== model) {
      // Vectors of two recognisers cannot be compared, and the photos that were read before are gone.
      await tx.rollCallFace.updateMany({ where: { rollCallId }, data: { vector: null } })
      await tx.rollCall.update({ where: { id: rollCallId }, data: { model } })
    }
    await tx.rollCallFace.createMany({
      data: (seen?.faces ?? []).map(({ box: { x, y, width, height }, vector, crop }) => {
        const id = randomUUID()
        return {
          id,
          rollCallId,
          photoId,
          box: { x, y, width, height },
          crop: seal(key, cropLabel(id), crop),
          vector: vector && sealVector(key, vectorLabel(id), vector),
          band: 'UNKNOWN' as const,
        }
      }),
    })
    await addJob(tx, ...readJob(rollCallId))
    publishRollCall(ctx, rollCall)
  })
}

async function finish(ctx: ServiceContext, rollCallId: string, model: string | null): Promise<void> {
  const rules = model && (await rollCallRules(ctx, model))
  await transact(ctx, async (ctx) => {
    const { tx } = ctx
    const rollCall = await lockRollCall(tx, rollCallId)
    if (rollCall.state !== 'WORKING') return
    // One more may have come meanwhile.
    if ((await tx.rollCallPhoto.count({ where: { rollCallId, doneAt: null } })) > 0)
      return addJob(tx, ...readJob(rollCallId))
    if (rules && model) {
      const session = await tx.classSession.findUniqueOrThrow({ where: { id: rollCall.sessionId } })
      await decide(ctx, tx, { id: rollCallId, session, model }, rules)
    }
    await tx.rollCall.update({ where: { id: rollCallId }, data: { state: 'READY' } })
    publishRollCall(ctx, rollCall)
  })
}

/** No engine: what was read before, and decided on by hand, stays without the rest; where nothing was, it is over. */
function fail(ctx: ServiceContext, rollCallId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { tx } = ctx
    const rollCall = await lockRollCall(tx, rollCallId)
    if (rollCall.state !== 'WORKING') return
    if ((await tx.rollCallFace.count({ where: { rollCallId } })) > 0) {
      const problem: PhotoProblem = 'face.failed'
      await tx.rollCallPhoto.updateMany({
        where: { rollCallId, doneAt: null },
        data: { image: null, problem, doneAt: ctx.clock() },
      })
      await addJob(tx, ...readJob(rollCallId))
      return publishRollCall(ctx, rollCall)
    }
    await eraseMaterial(tx, [rollCallId])
    await tx.rollCall.update({
      where: { id: rollCallId },
      data: { state: 'FAILED', failure: 'rollCalls.no_recogniser' },
    })
    publishRollCall(ctx, rollCall)
  })
}
