import 'server-only'
import { inUtc } from '@/domain/corrections'
import { type WantedEntry, wantedEntrySchema } from '@/domain/corrections-schema'
import { AppError } from '@/domain/errors'
import { dayOf } from '@/domain/time'
import { dayDate } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import { Prisma } from '../db/generated/client'
import { countTry } from '../limits/limits'
import { publishHoursChanged } from '../live/hours-changed'
import { transact } from '../live/publish'
import { employmentOn } from '../workplaces/employed'
import { asWanted, entryOf, requireCorrectable } from './correct'
import { lockHours } from './entry'
import { requireWorkedAt } from './today'

export const json = (wanted: WantedEntry | null) => (wanted ? inUtc(wanted) : Prisma.DbNull)

export const correctionFields = {
  ...{ id: true, state: true, wanted: true, before: true, reason: true, answer: true },
  ...{ createdAt: true, decidedAt: true, askedById: true, timeEntryId: true },
  employment: { select: { id: true, userId: true, workplaceId: true } },
} satisfies Prisma.CorrectionSelect

export type KeptCorrection = Prisma.CorrectionGetPayload<{ select: typeof correctionFields }>

export function shownCorrection({ wanted, before, employment, ...correction }: KeptCorrection) {
  const entry = wantedEntrySchema.nullable()
  const { userId, workplaceId } = employment
  const own = correction.askedById === userId
  return {
    ...{ ...correction, own, userId, workplaceId },
    ...{ wanted: entry.parse(wanted), before: entry.parse(before) },
  }
}

interface Asking {
  workplaceId: string
  /** Left out for time that is missing. */
  entryId?: string | undefined
  /** Null where the entry is to go. */
  wanted: WantedEntry | null
  reason: string
}

/** The person asks that an entry of theirs be another, or that there be one. A leader decides. */
export async function ask(ctx: ActorContext, input: Asking): Promise<{ id: string }> {
  const { workplaceId, entryId, wanted, reason } = input
  const { id: userId } = ctx.actor
  const { place } = await requireWorkedAt(ctx, workplaceId)
  await countTry(ctx.db, 'work correction', userId)
  return transact(ctx, async (ctx) => {
    const { tx, now } = ctx
    await lockHours(tx, userId)
    await requireCorrectable(tx, input, now)
    const entry = entryId ? await entryOf(tx, { entryId, userId, workplaceId }) : null
    if (entry && entry.endedAt === null) throw new AppError('timeEntries.still_in')
    if (!entry && !wanted) throw new AppError('request.invalid')
    const waiting = { timeEntryId: entryId ?? null, state: 'ASKED' as const, employment: { userId } }
    if (entryId && (await tx.correction.count({ where: waiting })) > 0)
      throw new AppError('timeEntries.asked_already')
    const day = dayDate(dayOf(new Date(wanted?.startedAt ?? now), place.timeZone))
    const employmentId =
      entry?.employmentId ?? (await employmentOn(tx, { workplaceId, userId, day }))?.id ?? null
    if (!employmentId) throw new AppError('timeEntries.not_employed')
    publishHoursChanged(ctx, { workplaceId, userId })
    return tx.correction.create({
      data: {
        ...{ employmentId, timeEntryId: entryId ?? null, askedById: userId, state: 'ASKED', reason },
        ...{ wanted: json(wanted), before: json(entry && asWanted(entry)), createdAt: now },
      },
      select: { id: true },
    })
  })
}

const ownCorrection = (ctx: ActorContext, id: string) => ({ id, employment: { userId: ctx.actor.id } })

/** Changes the state of a correction of the person's own; of two at the same moment one does. */
async function answerOwn(
  ctx: ActorContext,
  id: string,
  { from, data }: { from: 'ASKED' | 'APPLIED'; data: Prisma.CorrectionUpdateManyMutationInput },
): Promise<void> {
  const found = await ctx.db.correction.findFirst({
    where: ownCorrection(ctx, id),
    select: correctionFields,
  })
  if (!found) throw new AppError('request.not_found')
  await transact(ctx, async (ctx) => {
    const { count } = await ctx.tx.correction.updateMany({ where: { id, state: from }, data })
    if (count === 0) throw new AppError('timeEntries.decided')
    publishHoursChanged(ctx, found.employment)
  })
}

/** Takes back what the person asked for, while nobody has decided. */
export const withdraw = (ctx: ActorContext, { correctionId }: { correctionId: string }): Promise<void> =>
  answerOwn(ctx, correctionId, { from: 'ASKED', data: { state: 'WITHDRAWN', decidedAt: ctx.clock() } })

/** What the person says of a change that a leader made. */
export function answer(
  ctx: ActorContext,
  input: { correctionId: string; agrees: boolean; words?: string | undefined },
): Promise<void> {
  const { correctionId, agrees, words } = input
  const state = agrees ? ('AGREED' as const) : ('DISPUTED' as const)
  const data = { state, answer: words || null, decidedAt: ctx.clock() }
  return answerOwn(ctx, correctionId, { from: 'APPLIED', data })
}

const SHOWN = 50

/** The person's own corrections, the newest first. */
export async function ownCorrections(ctx: ActorContext) {
  const found = await ctx.db.correction.findMany({
    where: { employment: { userId: ctx.actor.id } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: correctionFields,
  })
  return found.map(shownCorrection)
}
