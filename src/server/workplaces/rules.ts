import 'server-only'
import { AppError } from '@/domain/errors'
import { type PresetId, presets } from '@/domain/pay/presets'
import { dayOf, startOfDay } from '@/domain/time'
import { dayDate, dayText } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import type { Prisma } from '../db/generated/client'
import { transact } from '../live/publish'
import { takeAllSignaturesBack } from '../pay-periods/signatures'
import { lockActiveWorkplace } from './access'

/** What a set of rules begins with: those of a preset. */
export function firstRules(preset: PresetId): { preset: PresetId | null; rules: Prisma.InputJsonObject } {
  return { preset: preset === 'none' ? null : preset, rules: presets[preset].rules as Prisma.InputJsonObject }
}

interface NewRules {
  workplaceId: string
  /** From this day on: today or later, so that nothing that was worked is paid otherwise by it. */
  from: string
  preset: PresetId
}

/** Other rules from a day on; a set that was to begin on the same day is superseded by them. */
export async function setRules(ctx: ActorContext, { workplaceId, from, preset }: NewRules): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { tx, now, actor, change } = ctx
    const place = await lockActiveWorkplace(ctx, { workplaceId, mode: 'UPDATE', as: 'OWNER' })
    if (from < dayOf(now, place.timeZone)) throw new AppError('workplaces.rules_of_past')
    await takeAllSignaturesBack(ctx, { workplaceId, from: startOfDay(from, place.timeZone) })
    const day = dayDate(from)
    const same = { workplaceId, from: day, supersededAt: null }
    const before = await tx.ruleSet.findFirst({ where: same })
    await tx.ruleSet.updateMany({ where: same, data: { supersededAt: now } })
    const made = await tx.ruleSet.create({
      data: { workplaceId, from: day, ...firstRules(preset), createdById: actor.id, createdAt: now },
    })
    change({
      ...{ subject: 'rule set', subjectId: made.id, actorId: actor.id, placeId: workplaceId },
      before: before && { from: dayText(before.from), preset: before.preset },
      after: { from, preset: made.preset },
    })
  })
}
