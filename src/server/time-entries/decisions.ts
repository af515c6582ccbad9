import 'server-only'
import { waitingStates } from '@/domain/corrections'
import { type WantedEntry, wantedEntrySchema } from '@/domain/corrections-schema'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import type { CorrectionState } from '../db/generated/enums'
import { publishHoursChanged } from '../live/hours-changed'
import { transact } from '../live/publish'
import { requireOthers } from '../pay-periods/signatures'
import { memberName, nameOf } from '../places/member-name'
import { requireLedWorkplace } from './board'
import { asWanted, correct } from './correct'
import { correctionFields, json, shownCorrection } from './corrections'
import { decidesAt, requireDecides, requirePerson } from './people'
import { weekAt } from './week'

const SHOWN = 100

/** What waits for a decision at a workplace, the oldest first. */
export async function waitingCorrections(ctx: ActorContext, { workplaceId }: { workplaceId: string }) {
  await requireLedWorkplace(ctx, workplaceId)
  const found = await ctx.db.correction.findMany({
    where: { state: { in: [...waitingStates] }, employment: { workplaceId } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: SHOWN,
    select: {
      ...correctionFields,
      employment: {
        select: {
          ...correctionFields.employment.select,
          member: { select: memberName },
        },
      },
    },
  })
  return found.map((correction) => ({
    ...shownCorrection(correction),
    name: nameOf(correction.employment.member),
  }))
}

interface Decision {
  correctionId: string
  /** Whether the entry becomes what the person wants: what they asked for, or what stood before a disputed change. */
  grant: boolean
  words?: string | undefined
}

/** Decides about what somebody asked for, or about a change that they dispute. */
export async function decide(ctx: ActorContext, { correctionId, grant, words }: Decision): Promise<void> {
  const found = await ctx.db.correction.findFirst({
    where: { id: correctionId, employment: { workplace: { place: ledBy(ctx.actor) } } },
    select: correctionFields,
  })
  if (!found) throw new AppError('request.not_found')
  const { workplaceId, userId } = found.employment
  await requireDecides(ctx, workplaceId)
  requireOthers(ctx, [found.employment])
  const asked = found.state === 'ASKED'
  const state: CorrectionState = asked ? (grant ? 'GRANTED' : 'REFUSED') : 'SETTLED'
  await transact(ctx, async (ctx) => {
    const { tx, now } = ctx
    const from = asked ? ('ASKED' as const) : ('DISPUTED' as const)
    const data = { state, answer: words || null, decidedById: ctx.actor.id, decidedAt: now }
    const { count } = await tx.correction.updateMany({ where: { id: correctionId, state: from }, data })
    if (count === 0) throw new AppError('timeEntries.decided')
    publishHoursChanged(ctx, { workplaceId, userId })
    if (!grant) return
    const wanted = wantedEntrySchema.nullable().parse(asked ? found.wanted : found.before)
    const reason = words || found.reason
    const of = { workplaceId, userId, method: 'CORRECTION' as const, actorId: ctx.actor.id, reason }
    // What a leader took away is there again where a dispute is granted.
    const { after } = await correct(ctx, { ...of, entryId: found.timeEntryId, wanted, restores: !asked })
    if (!found.timeEntryId)
      await tx.correction.update({ where: { id: correctionId }, data: { timeEntryId: after.id } })
  })
}

interface Edit {
  /** Null where the entry is to go. */
  wanted: WantedEntry | null
  reason: string
}

async function apply(
  ctx: ActorContext,
  of: Edit & { workplaceId: string; userId: string; entryId: string | null },
): Promise<{ id: string }> {
  await requireDecides(ctx, of.workplaceId)
  requireOthers(ctx, [of])
  return transact(ctx, async (ctx) => {
    const { before, after } = await correct(ctx, { ...of, method: 'HAND', actorId: ctx.actor.id })
    await ctx.tx.correction.create({
      data: {
        ...{ employmentId: after.employmentId, timeEntryId: after.id, askedById: ctx.actor.id },
        ...{ state: 'APPLIED', wanted: json(of.wanted), before: json(before && asWanted(before)) },
        ...{ reason: of.reason, createdAt: ctx.now },
      },
    })
    return { id: after.id }
  })
}

/** A leader changes somebody's entry, or takes it away, for a reason; the person agrees or disputes. */
export async function edit(ctx: ActorContext, input: Edit & { entryId: string }): Promise<void> {
  const entry = await ctx.db.timeEntry.findFirst({
    where: { id: input.entryId, employment: { workplace: { place: ledBy(ctx.actor) } } },
    select: { workplaceId: true, userId: true },
  })
  if (!entry) throw new AppError('request.not_found')
  await apply(ctx, { ...input, ...entry })
}

/** A leader enters time that somebody worked and that is missing. */
export async function add(
  ctx: ActorContext,
  input: { workplaceId: string; userId: string; wanted: WantedEntry; reason: string },
): Promise<{ id: string }> {
  return apply(ctx, { ...input, entryId: null })
}

/** A week of somebody's at a workplace that the actor leads. */
export async function personWeek(
  ctx: ActorContext,
  input: { workplaceId: string; userId: string; day?: string | undefined },
) {
  const workplace = await requireLedWorkplace(ctx, input.workplaceId)
  const { workplaceId, userId, day } = input
  const { name } = await requirePerson(ctx, { workplaceId, userId })
  const kinds = await ctx.db.workKind.findMany({
    where: { workplaceId, archivedAt: null },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
  const decides = await decidesAt(ctx, workplaceId)
  return { ...(await weekAt(ctx, { workplace, userId, day })), ...{ kinds, name, decides } }
}
