import 'server-only'
import { employeeTopic, facesTopic, sessionTopic, studentTopic } from '@/domain/live'
import type { TxContext } from '../context/tx-context'
import type { Prisma } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { addJob } from '../jobs/queue'

/** Seconds: a class that enrols together makes one run. */
const RUN_AFTER = 60

/** Queues a calibration because photos came or went; one that waits already is enough. */
export function queueCalibration(tx: Database): Promise<void> {
  return addJob(tx, 'calibrate', { key: 'calibrate', after: RUN_AFTER })
}

/** Tells every process, and the open boards of the person's classes, that photos came or went. */
export async function publishFacesChanged(ctx: TxContext, userId: string): Promise<void> {
  const { publish } = ctx
  publish([facesTopic], { type: 'faces.changed', userId })
  await publishMembers(ctx, { members: { some: { userId, leftAt: null } } })
}

/** Tells every process, the person's own pages and the open board of this place that their face is used there, or is not. */
export async function publishFaceHere(
  ctx: TxContext,
  { placeId, userId }: { placeId: string; userId: string },
) {
  const { publish } = ctx
  publish([studentTopic(userId), employeeTopic(userId)], { type: 'face.changed' })
  publish([facesTopic], { type: 'faces.changed', userId })
  await publishMembersChanged(ctx, { placeId })
}

/** Tells the open board of a place that its list of people has changed. */
export async function publishMembersChanged(ctx: TxContext, { placeId }: { placeId: string }): Promise<void> {
  await publishMembers(ctx, { id: placeId })
}

async function publishMembers({ tx, publish }: TxContext, place: Prisma.PlaceWhereInput): Promise<void> {
  const open = await tx.classSession.findMany({
    where: { state: 'OPEN', schoolClass: { place } },
    select: { id: true },
  })
  if (open.length > 0)
    publish(
      open.map(({ id }) => sessionTopic(id)),
      { type: 'roster.changed' },
    )
}
