import 'server-only'
import { facesTopic, sessionTopic } from '@/domain/live'
import type { TxContext } from '../context/tx-context'
import type { Database } from '../db/prisma'
import { addJob } from '../jobs/queue'

/** Seconds: a class that enrols together makes one run. */
const RUN_AFTER = 60

/** Queues a calibration because photos came or went; one that waits already is enough. */
export function queueCalibration(tx: Database): Promise<void> {
  return addJob(tx, 'calibrate', { key: 'calibrate', after: RUN_AFTER })
}

/** Tells every process, and the open boards of the person's classes, that photos came or went. */
export async function publishFacesChanged({ tx, publish }: TxContext, userId: string): Promise<void> {
  publish([facesTopic], { type: 'faces.changed', userId })
  const open = await tx.classSession.findMany({
    where: { state: 'OPEN', schoolClass: { roster: { some: { studentId: userId, leftAt: null } } } },
    select: { id: true },
  })
  if (open.length > 0)
    publish(
      open.map(({ id }) => sessionTopic(id)),
      { type: 'roster.changed' },
    )
}
