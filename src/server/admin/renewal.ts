import 'server-only'
import { MIN_PHOTOS } from '@/domain/enrolment'
import { notYetRead } from '../biometrics/renewal'
import { usablePhotos } from '../biometrics/usable-photos'
import type { ActorContext } from '../context/context'
import type { Prisma } from '../db/generated/client'
import { mayBeRenewed, renewalWaits } from '../enrolment/renewal-job'
import type { RenewalStatus } from './output'

/** How far reading kept photos anew has come, since another recogniser is in use. */
export async function renewalStatus(ctx: ActorContext): Promise<RenewalStatus> {
  const model = await ctx.recogniser()
  if (!model) return { total: 0, done: 0, faceless: 0, running: false, toEnrolAgain: 0 }
  const kept: Prisma.EnrolmentPhotoWhereInput = { image: { not: null }, user: mayBeRenewed }
  const seen = { templates: { some: { model } } }
  const count = (where: Prisma.EnrolmentPhotoWhereInput) => ctx.db.enrolmentPhoto.count({ where })
  const [left, anew, faceless, waits, toEnrolAgain] = await Promise.all([
    count({ ...notYetRead(model), user: mayBeRenewed }),
    count({ AND: [kept, seen, { templates: { some: { model: { not: model } } } }] }),
    count({ ...kept, unreadBy: { has: model }, templates: { none: { model } } }),
    renewalWaits(ctx.db),
    peopleToEnrolAgain(ctx),
  ])
  const done = anew + faceless
  return { total: done + left, done, faceless, running: left > 0 && waits, toEnrolAgain }
}

async function peopleToEnrolAgain(ctx: ActorContext): Promise<number> {
  const usable = await usablePhotos(ctx)
  const withEnough = (where: Prisma.EnrolmentPhotoWhereInput) =>
    ctx.db.enrolmentPhoto.groupBy({
      by: ['userId'],
      where: { ...where, user: mayBeRenewed },
      having: { userId: { _count: { gte: MIN_PHOTOS } } },
    })
  const [had, have] = await Promise.all([withEnough({}), withEnough(usable)])
  const known = new Set(have.map(({ userId }) => userId))
  return had.filter(({ userId }) => !known.has(userId)).length
}
