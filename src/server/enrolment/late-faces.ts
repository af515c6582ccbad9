import 'server-only'
import { IDENTIFICATION_NOTICE } from '@/domain/enrolment'
import { cosine } from '@/domain/face/matching'
import { thresholdsOf } from '@/domain/face/thresholds'
import { openTemplate } from '../biometrics/templates'
import type { ServiceContext } from '../context/context'
import type { Database } from '../db/prisma'

/** Any number that no other advisory lock of the database uses. */
const FACES_LOCK = 7_315_002
/** Longer than a transaction may take from writing a template to its end, in milliseconds. */
const LONGEST_MS = 60_000

/** Held until the transaction ends: from here on nobody else's new face is saved. */
export async function lockNewFaces(tx: Database): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FACES_LOCK}::bigint)`
}

interface Newcomer {
  userId: string
  model: string
  vector: Float32Array
  /** When this face was compared with the others of the site. */
  comparedAt: Date
}

/**
 * Other people's photos that were saved about when this face was compared with the site, and that might show the same
 * person: only those few are opened, because everybody else's enrolment waits meanwhile.
 */
export async function lateFaces(
  ctx: Pick<ServiceContext, 'settings'>,
  tx: Database,
  { userId, model, vector: own, comparedAt }: Newcomer,
): Promise<string[]> {
  const rows = await tx.template.findMany({
    where: {
      model,
      userId: { not: userId },
      createdAt: { gte: new Date(comparedAt.getTime() - LONGEST_MS) },
      user: { consents: { some: { withdrawnAt: null, noticeVersion: { gte: IDENTIFICATION_NOTICE } } } },
    },
    select: { photoId: true, vector: true },
  })
  const { samePerson } = thresholdsOf(model)
  return rows
    .filter(({ photoId, vector }) => cosine(own, openTemplate(ctx, photoId, vector)) >= samePerson)
    .map(({ photoId }) => photoId)
}
