import 'server-only'
import type { ServiceContext } from '../context/context'
import type { Prisma } from '../db/generated/client'

/**
 * The photos that count towards being enrolled: those the recogniser in use has a template of, and those whose
 * image is kept and which it has not tried in vain, because their templates are made at the next clock-in. Any
 * template counts while it is unknown which recogniser is in use.
 */
export async function usablePhotos(
  ctx: Pick<ServiceContext, 'recogniser'>,
): Promise<Prisma.EnrolmentPhotoWhereInput> {
  const model = await ctx.recogniser()
  if (!model) return { OR: [{ image: { not: null } }, { templates: { some: {} } }] }
  return {
    OR: [{ image: { not: null }, NOT: { unreadBy: { has: model } } }, { templates: { some: { model } } }],
  }
}
