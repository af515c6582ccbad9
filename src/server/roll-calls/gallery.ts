import 'server-only'
import { MIN_PHOTOS } from '@/domain/enrolment'
import { meanTemplate } from '@/domain/face/matching'
import type { RollCallStudent } from '@/domain/face/roll-call'
import { lockEnrolments } from '../biometrics/enrolment-lock'
import { identifiableAmong } from '../biometrics/identifiable'
import { openTemplate } from '../biometrics/templates'
import type { ServiceContext } from '../context/context'
import type { Database } from '../db/prisma'
import { type SessionOfClass, stillMembers } from '../sessions/members'

const identifiableIn = (session: SessionOfClass) => identifiableAmong(stillMembers(session))

/**
 * Holds the enrolment of everybody whom a roll call may name, or has named, until the transaction ends: nobody's face
 * is then erased between being compared and being written down.
 */
export async function lockGallery(
  db: Database,
  { session, rollCallId }: { session: SessionOfClass; rollCallId: string },
): Promise<string[]> {
  const students = await db.user.findMany({ where: identifiableIn(session), select: { id: true } })
  const faces = await db.rollCallFace.findMany({
    where: { rollCallId },
    select: { studentId: true, others: true },
  })
  const ids = [
    ...students.map(({ id }) => id),
    ...faces.flatMap(({ studentId, others }) => [studentId ?? [], others].flat()),
  ]
  await lockEnrolments(db, ids)
  return ids
}

/** Those of these students of a class who can be found in photos, with their templates by this recogniser. */
export async function galleryOf(
  ctx: Pick<ServiceContext, 'settings'>,
  db: Database,
  { ids, session, model }: { ids: string[]; session: SessionOfClass; model: string },
): Promise<RollCallStudent[]> {
  const students = await db.user.findMany({
    where: { ...identifiableIn(session), id: { in: ids } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      templates: {
        where: { model },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { photoId: true, vector: true },
      },
    },
  })
  return students
    .filter(({ templates }) => templates.length >= MIN_PHOTOS)
    .map(({ id, templates }) => ({
      id,
      templates: templates.map(({ photoId, vector }) => openTemplate(ctx, photoId, vector)),
    }))
}

/** The mean template of each student of a gallery. */
export function meansOf(gallery: readonly RollCallStudent[]): Map<string, Float32Array> {
  return new Map(gallery.map(({ id, templates }) => [id, meanTemplate(templates)]))
}
