import 'server-only'
import { AppError } from '@/domain/errors'
import { type PresetId, presets } from '@/domain/pay/presets'
import { presetNamed, type Rules } from '@/domain/rule-sets'
import { storedRulesSchema } from '@/domain/rule-sets-schema'
import { dayOf } from '@/domain/time'
import { dayDate, dayText } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import type { Prisma } from '../db/generated/client'
import { lastChanges } from '../ledger/read'
import { transact } from '../live/publish'
import { takeAllSignaturesBack } from '../pay-periods/signatures'
import { lockActiveWorkplace, requireWorkplace } from './access'

/** So many are shown; nobody changes their rules as often. */
const MOST_VERSIONS = 200

/** What a set of rules begins with: those of a preset. */
export function firstRules(preset: PresetId): { preset: PresetId | null; rules: Prisma.InputJsonObject } {
  return { preset: preset === 'none' ? null : preset, rules: presets[preset].rules as Prisma.InputJsonObject }
}

interface NewRules {
  workplaceId: string
  from: string
  /** What they were made from, and what they are where they are not just that. */
  preset: PresetId
  rules?: Rules | undefined
  reason?: string | undefined
}

/**
 * Other rules from a day on; a set of the same day is superseded by them. From a day that has passed they correct what
 * was, and say why. What was signed of those days is to be signed again; what was paid stays, and is made up for.
 */
export async function setRules(ctx: ActorContext, input: NewRules): Promise<void> {
  const { workplaceId, from, preset, rules, reason } = input
  await transact(ctx, async (ctx) => {
    const { tx, now, actor, change } = ctx
    const place = await lockActiveWorkplace(ctx, { workplaceId, mode: 'UPDATE', as: 'OWNER' })
    if (from < dayOf(now, place.timeZone) && !reason) throw new AppError('workplaces.rules_reason_needed')
    await takeAllSignaturesBack(ctx, { workplaceId, days: { from } })
    const day = dayDate(from)
    const same = { workplaceId, from: day, supersededAt: null }
    const before = await tx.ruleSet.findFirst({ where: same })
    await tx.ruleSet.updateMany({ where: same, data: { supersededAt: now } })
    const set = { ...firstRules(preset), ...(rules && { rules: rules as Prisma.InputJsonObject }) }
    const made = await tx.ruleSet.create({
      data: { workplaceId, from: day, ...set, createdById: actor.id, createdAt: now },
    })
    change({
      ...{ subject: 'rule set', subjectId: made.id, actorId: actor.id, placeId: workplaceId },
      before: before && { from: dayText(before.from), preset: before.preset },
      after: { from, preset: made.preset },
      text: reason ?? null,
    })
  })
}

/** Every version of the rules, the latest day first; of those that have begun, the first holds. */
async function versionsOf(
  { db, clock }: ActorContext,
  { id: workplaceId, timeZone }: { id: string; timeZone: string },
) {
  const today = dayOf(clock(), timeZone)
  const sets = await db.ruleSet.findMany({
    where: { workplaceId, supersededAt: null },
    orderBy: [{ from: 'desc' }, { id: 'desc' }],
    take: MOST_VERSIONS,
  })
  const changes = await lastChanges(
    { db },
    { subject: 'rule set', subjectIds: sets.map(({ id }) => id), take: MOST_VERSIONS },
  )
  const reasons = new Map(changes.map(({ subjectId, text }) => [subjectId, text]))
  const versions = sets.map(({ id, from, preset, rules }) => ({
    ...{ id, from: dayText(from), preset: presetNamed(preset), rules: storedRulesSchema.parse(rules) },
    ...{ begun: dayText(from) <= today, reason: reasons.get(id) ?? null },
  }))
  return { today, versions }
}

/** The rules of a workplace that one runs. */
export async function rules(ctx: ActorContext, input: { workplaceId: string }) {
  const { id, place, currency, weekStart, owns } = await requireWorkplace(ctx, input)
  const { name, timeZone, archivedAt } = place
  return {
    workplace: { id, name, timeZone, currency, weekStart },
    mayChange: owns && archivedAt === null,
    ...(await versionsOf(ctx, place)),
  }
}

/** The rules by which somebody's own hours become pay. */
export async function ownRules(ctx: ActorContext, { employmentId: id }: { employmentId: string }) {
  const found = await ctx.db.employment.findFirst({
    where: { id, userId: ctx.actor.id },
    select: {
      workplace: {
        select: {
          ...{ id: true, currency: true, weekStart: true },
          place: { select: { name: true, timeZone: true } },
        },
      },
    },
  })
  if (!found) throw new AppError('request.not_found')
  const { place, ...workplace } = found.workplace
  return {
    workplace: { ...workplace, ...place },
    mayChange: false,
    ...(await versionsOf(ctx, { ...workplace, ...place })),
  }
}
