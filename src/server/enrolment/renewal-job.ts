import 'server-only'
import { z } from 'zod'
import { queueCalibration } from '../biometrics/faces-changed'
import { keepReadings, notYetRead, readAnew } from '../biometrics/renewal'
import type { ServiceContext } from '../context/context'
import type { Prisma } from '../db/generated/client'
import type { Database } from '../db/prisma'
import type { FaceEngine } from '../face/face-engine'
import { addJob } from '../jobs/queue'
import { errorFields, logger } from '../logger'

const TASK = 'renew_templates'
/** Milliseconds of reading before other work in the background gets its turn. */
const SLICE_MS = 3_000

/** Whose photos are read anew without their coming by: who agreed, and whose face is not switched off. */
export const mayBeRenewed = {
  faceOff: null,
  consents: { some: { withdrawnAt: null } },
} satisfies Prisma.UserWhereInput

/** Where a renewal stands: a photo that failed is passed by, and tried again when the next renewal begins. */
export const renewalPayload = z.object({
  after: z.uuid().optional(),
  /** Templates made so far. */
  made: z.coerce.number().int().default(0),
})
type Standing = z.output<typeof renewalPayload>

/** Queues the renewal where people with kept photos lack templates of the recogniser in use. */
export async function queueRenewal(ctx: Pick<ServiceContext, 'db' | 'recogniser'>): Promise<void> {
  const model = await ctx.recogniser()
  if (!model) return
  const lacking = await ctx.db.enrolmentPhoto.findFirst({
    where: { ...notYetRead(model), user: mayBeRenewed },
    select: { id: true },
  })
  if (lacking) await addJob(ctx.db, TASK, { key: TASK })
}

/**
 * Reads kept photos with a new recogniser, one after the other, for a few seconds, and queues the rest behind the other
 * work in the background. Each photo is kept as it is done, so a restart goes on where it was.
 */
export async function renewSlice(
  ctx: ServiceContext,
  { after, made }: Standing,
  sliceMs = SLICE_MS,
): Promise<void> {
  const engine = await ctx.faceEngine()
  const until = performance.now() + sliceMs
  let passed = after
  let count = made
  do {
    const photo = await nextPhoto(ctx, engine.recogniser, passed)
    if (!photo) return finish(ctx, count)
    count += await renewPhoto(ctx, engine, photo)
    passed = photo.id
  } while (performance.now() < until)
  await addJob(ctx.db, TASK, { key: TASK, payload: { after: passed, made: String(count) } })
}

/** Whether a renewal waits or is at work. */
export async function renewalWaits(db: Database): Promise<boolean> {
  const jobs = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM graphile_worker.jobs
    WHERE task_identifier = ${TASK} AND (locked_at IS NOT NULL OR attempts < max_attempts)
    LIMIT 1`
  return jobs.length > 0
}

function nextPhoto(ctx: ServiceContext, model: string, after: string | undefined) {
  return ctx.db.enrolmentPhoto.findFirst({
    where: { ...notYetRead(model), user: mayBeRenewed, ...(after && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      userId: true,
      image: true,
      user: { select: { consents: { where: { withdrawnAt: null }, select: { id: true }, take: 1 } } },
    },
  })
}

type NextPhoto = NonNullable<Awaited<ReturnType<typeof nextPhoto>>>

async function renewPhoto(ctx: ServiceContext, engine: FaceEngine, photo: NextPhoto): Promise<number> {
  const consentId = photo.user.consents[0]?.id
  if (!consentId) return 0
  try {
    const reading = await readAnew(ctx, engine.describeInBackground, photo)
    return await keepReadings(ctx, {
      userId: photo.userId,
      consentId,
      model: engine.recogniser,
      readings: [reading],
    })
  } catch (error) {
    logger.warn('a kept photo could not be read anew', { photo: photo.id, ...errorFields(error) })
    return 0
  }
}

async function finish(ctx: ServiceContext, made: number): Promise<void> {
  if (made === 0) return
  logger.info('kept photos were read anew for another recogniser', { templates: made })
  await queueCalibration(ctx.db)
}
