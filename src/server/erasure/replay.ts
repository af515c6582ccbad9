import 'server-only'
import { lockEnrolment } from '../biometrics/enrolment-lock'
import type { ServiceContext } from '../context/context'
import { Prisma } from '../db/generated/client'
import { liftRetention } from '../db/retention'
import { transact } from '../live/publish'
import { ACCOUNT, forgetAccountAgain } from './account'
import { FACE, type ListedErasure } from './list'
import { eraseFace, erasePhotos } from './service'
import { forgetTraces } from './traces'

/** Tables whose rows are erased, in an order in which none is in another's way. */
const tables = [
  'PayrollExport',
  'Payment',
  'Correction',
  'Extra',
  'TimeEntry',
  'Employment',
  'Member',
  'Place',
  'User',
]

export interface Replayed {
  faces: number
  photos: number
  rows: number
  /** What could not be erased again, each with why. */
  failed: string[]
}

const subjects = (erasures: readonly ListedErasure[], what: string) => [
  ...new Set(erasures.filter((erasure) => erasure.what === what).map(({ subjectId }) => subjectId)),
]

/**
 * Erases once more, from a database that was put back from a backup, what was erased after that was made: what of the
 * list the database itself does not know.
 */
export async function replayErasures(
  ctx: ServiceContext,
  listed: readonly ListedErasure[],
): Promise<Replayed> {
  const known = await ctx.db.erasure.findMany({ select: { id: true } })
  const ids = new Set(known.map(({ id }) => id))
  const erasures = [...new Map(listed.map((erasure) => [erasure.id, erasure])).values()].filter(
    ({ id }) => !ids.has(id),
  )
  const faces = await eraseFaces(ctx, subjects(erasures, FACE))
  const photos = await erasePhotosAgain(ctx, subjects(erasures, 'EnrolmentPhoto'))
  const { rows, failed } = await eraseRows(ctx, erasures)
  failed.push(...(await forgetAccounts(ctx, subjects(erasures, ACCOUNT))))
  // From now on this database knows them, and so do backups of it.
  await ctx.db.erasure.createMany({
    data: erasures.map((erasure) => ({ ...erasure, notedAt: ctx.clock() })),
  })
  return { faces, photos, rows, failed }
}

async function eraseFaces(ctx: ServiceContext, userIds: string[]): Promise<number> {
  const there = await ctx.db.user.findMany({ where: { id: { in: userIds } }, select: { id: true } })
  for (const { id } of there)
    await transact(ctx, async (ctx) => {
      await lockEnrolment(ctx.tx, id)
      await eraseFace(ctx, id)
    })
  return there.length
}

/** Those that could not be forgotten, each with why. */
async function forgetAccounts(ctx: ServiceContext, userIds: string[]): Promise<string[]> {
  const failed: string[] = []
  for (const id of userIds)
    try {
      await transact(ctx, async (ctx) => {
        await lockEnrolment(ctx.tx, id)
        await forgetAccountAgain(ctx, id)
      })
    } catch (error) {
      failed.push(`account ${id}: ${String(error).trim().split('\n').at(-1)}`)
    }
  return failed
}

async function erasePhotosAgain(ctx: ServiceContext, photoIds: string[]): Promise<number> {
  const there = await ctx.db.enrolmentPhoto.findMany({
    where: { id: { in: photoIds } },
    select: { id: true, userId: true },
  })
  for (const { id: photoId, userId } of there)
    await transact(ctx, async (ctx) => {
      await lockEnrolment(ctx.tx, userId)
      await erasePhotos(ctx, { userId, photoId })
    })
  return there.length
}

async function eraseRows(ctx: ServiceContext, erasures: readonly ListedErasure[]) {
  let rows = 0
  const failed: string[] = []
  const gone = subjects(erasures, 'User')
  for (const table of tables) {
    const ids = subjects(erasures, table)
    if (ids.length === 0) continue
    try {
      rows += await ctx.db.$transaction(async (tx) => {
        // They were past their years when they were erased, or made up for a demo.
        await liftRetention(tx, 'invented')
        return tx.$executeRaw`DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE id = ANY(${ids}::uuid[])`
      })
    } catch (error) {
      const lines = error instanceof Error ? error.message.trim().split('\n') : [String(error)]
      failed.push(`${table}, ${ids.length}: ${lines.at(-1)}`)
    }
  }
  const places = subjects(erasures, 'Place')
  if (gone.length > 0) await forgetTraces(ctx.db, { users: gone, topics: [...gone, ...places] })
  return { rows, failed }
}
