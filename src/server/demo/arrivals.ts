import 'server-only'
import { z } from 'zod'
import { AppError } from '@/domain/errors'
import { clockByCode } from '../clocking/by-code'
import type { Actor, ServiceContext } from '../context/context'
import { accountOfDemo, placeOfDemo } from '../context/of-demo'
import type { Database } from '../db/prisma'
import { addJob } from '../jobs/queue'
import { logger } from '../logger'
import { sessionCode } from '../sessions/code'
import { clockOwnSample } from './samples'

const TASK = 'demo_arrival'

export const arrivalPayload = z.object({
  sessionId: z.uuid(),
  studentId: z.uuid(),
  by: z.enum(['FACE', 'CODE']),
})
export type Arrival = z.output<typeof arrivalPayload>

const jobKey = (studentId: string) => `${TASK} ${studentId}`

/** Has somebody of the demo clock in so many seconds from now. */
export function queueArrival(db: Database, arrival: Arrival, after: number): Promise<void> {
  return addJob(db, TASK, { payload: arrival, key: jobKey(arrival.studentId), after })
}

/** Nobody of these is awaited any more. */
export async function forgetArrivals(db: Database, studentIds: readonly string[]): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.remove_job(key) FROM unnest(${studentIds.map(jobKey)}::text[]) AS key`
}

const actor = { id: true, name: true, email: true, roles: true, sessionVersion: true } as const

/** Somebody of the demo clocks in, as they would themselves. Where that is not possible any more, nobody does. */
export async function arrive(ctx: ServiceContext, { sessionId, studentId, by }: Arrival): Promise<void> {
  const session = await ctx.db.classSession.findFirst({
    where: { id: sessionId, state: 'OPEN', schoolClass: { place: placeOfDemo } },
    select: {
      schoolClass: { select: { place: { select: { leaders: { select: { user: { select: actor } } } } } } },
    },
  })
  const student = await ctx.db.user.findFirst({ where: { id: studentId, ...accountOfDemo }, select: actor })
  const teacher = session?.schoolClass.place.leaders[0]?.user
  if (!teacher || !student) return
  try {
    if (by === 'FACE') await clockOwnSample({ ...ctx, actor: student }, { sessionId, direction: 'in' })
    else await byCode(ctx, { sessionId, teacher, student })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    logger.debug('somebody of the demo could not clock in', { code: error.code })
  }
}

async function byCode(
  ctx: ServiceContext,
  { sessionId, teacher, student }: { sessionId: string; teacher: Actor; student: Actor },
) {
  const { code } = await sessionCode({ ...ctx, actor: teacher }, { sessionId })
  await clockByCode({ ...ctx, actor: student }, { sessionId, direction: 'in', code })
}
