import 'server-only'
import { AppError } from '@/domain/errors'
import { lockEnrolments } from '../biometrics/enrolment-lock'
import { photoLabel } from '../biometrics/photo-label'
import type { ActorContext } from '../context/context'
import { open } from '../crypto/seal'
import { erasePhotos } from '../erasure/service'
import { transact } from '../live/publish'
import { caseLabel } from './hold'

const DECIDED_SHOWN = 20

const account = { select: { id: true, name: true, email: true, createdAt: true } } as const

/** The accounts that show clearly the same face: what is to be decided, oldest first, and what was decided last. */
export async function cases(ctx: ActorContext) {
  const select = {
    id: true,
    state: true,
    createdAt: true,
    decidedAt: true,
    user: account,
    known: {
      select: {
        ...account.select,
        enrolmentPhotos: {
          where: { image: { not: null } },
          orderBy: { createdAt: 'asc' },
          take: 1,
          select: { id: true },
        },
      },
    },
  } as const
  const [waiting, decided] = await Promise.all([
    ctx.db.duplicateCase.findMany({ where: { state: 'OPEN' }, orderBy: { createdAt: 'asc' }, select }),
    ctx.db.duplicateCase.findMany({
      where: { state: { not: 'OPEN' } },
      orderBy: { decidedAt: 'desc' },
      take: DECIDED_SHOWN,
      select,
    }),
  ])
  const shown = ({ known: { enrolmentPhotos, ...known }, ...one }: (typeof waiting)[number]) => ({
    ...one,
    known,
    knownHasPhoto: enrolmentPhotos.length > 0,
  })
  return { waiting: waiting.map(shown), decided: decided.map(shown) }
}

interface Decision {
  caseId: string
  /** TWINS: two people, both go on. SAME_PERSON: the newer account gets no face. */
  state: 'TWINS' | 'SAME_PERSON'
}

/**
 * Decides a case, or decides it anew. The picture that was held for it is erased at once, and so is how near the two
 * came; the account that gets no face loses every photo.
 */
export async function decide(ctx: ActorContext, { caseId, state }: Decision): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { tx } = ctx
    const found = await tx.duplicateCase.findUnique({
      where: { id: caseId },
      select: { userId: true, knownId: true },
    })
    if (!found) throw new AppError('request.not_found')
    const { userId, knownId } = found
    await lockEnrolments(tx, [userId, knownId])
    const { count } = await tx.duplicateCase.updateMany({
      where: { id: caseId },
      data: { state, image: null, similarity: null, decidedAt: ctx.clock(), decidedById: ctx.actor.id },
    })
    // One of the two withdrew meanwhile, which forgets the case.
    if (count === 0) throw new AppError('request.not_found')
    if (state === 'SAME_PERSON') await erasePhotos(ctx, { userId })
  })
}

interface CaseFace {
  caseId: string
  side: 'new' | 'known'
}

/** One of the two faces of a case as JPEG: the picture that was held, or the other account's first photo. */
export async function caseFace(ctx: ActorContext, { caseId, side }: CaseFace): Promise<Buffer> {
  if (!ctx.actor.roles.includes('ADMIN')) throw new AppError('request.not_found')
  const found = await ctx.db.duplicateCase.findUnique({
    where: { id: caseId, state: 'OPEN' },
    select: { id: true, image: true, knownId: true },
  })
  if (!found) throw new AppError('request.not_found')
  if (side === 'known') return firstPhoto(ctx, found.knownId)
  if (!found.image) throw new AppError('request.not_found')
  return open(ctx.settings.faceKey, caseLabel(found.id), found.image)
}

/** The picture that is held of the person themselves, while their case is open. */
export async function heldPicture(ctx: ActorContext, { caseId }: { caseId: string }): Promise<Buffer> {
  const found = await ctx.db.duplicateCase.findUnique({
    where: { id: caseId, userId: ctx.actor.id },
    select: { id: true, image: true },
  })
  if (!found?.image) throw new AppError('request.not_found')
  return open(ctx.settings.faceKey, caseLabel(found.id), found.image)
}

async function firstPhoto(ctx: ActorContext, userId: string): Promise<Buffer> {
  const photo = await ctx.db.enrolmentPhoto.findFirst({
    where: { userId, image: { not: null } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, image: true },
  })
  if (!photo?.image) throw new AppError('request.not_found')
  return open(ctx.settings.faceKey, photoLabel(photo.id), photo.image)
}
