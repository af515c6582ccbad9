import 'server-only'
import { IDENTIFICATION_NOTICE, MIN_PHOTOS } from '@/domain/enrolment'
import { meanTemplate } from '@/domain/face/matching'
import type { RollCallStudent } from '@/domain/face/roll-call'
import type { ServiceContext } from '../context'
import type { Prisma } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { openTemplate } from '../enrolment/templates'

/** Whose face may be looked for among others: who agreed to that notice, whose face is not switched off, and who has an account. */
export const mayBeIdentified = {
  faceOff: null,
  disabledAt: null,
  consents: { some: { withdrawnAt: null, noticeVersion: { gte: IDENTIFICATION_NOTICE } } },
} satisfies Prisma.UserWhereInput

/** The students of a class who can be found in photos, with their templates by this recogniser. */
export async function galleryOf(
  ctx: Pick<ServiceContext, 'settings'>,
  db: Database,
  { classId, model }: { classId: string; model: string },
): Promise<RollCallStudent[]> {
  const students = await db.user.findMany({
    where: { ...mayBeIdentified, rosterEntries: { some: { classId, leftAt: null } } },
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
