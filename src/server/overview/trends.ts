import 'server-only'
import { dayOf } from '@/domain/time'
import { type TrendMonths, type TrendSplit, type TrendStep, trendOf, trendSpans } from '@/domain/trends'
import type { ActorContext } from '../context/context'
import { kindNames } from '../pay-periods/people'
import { money, placeOf } from '../pay-periods/sheet'
import { seenWorkplace } from '../pay-periods/workplace'
import { openSums } from './open-sums'
import { paidSums } from './paid-sums'

interface Wanted {
  workplaceId: string
  months: TrendMonths
  step: TrendStep
  split: TrendSplit
}

/** Hours, overtime and cost of a workplace over the last months: what was paid as it was paid, the rest as it would be. */
export async function trends(ctx: ActorContext, { months, step, split, ...input }: Wanted) {
  const { place, rights } = await seenWorkplace(ctx, input)
  const now = ctx.clock()
  const today = dayOf(now, place.timeZone)
  const all = trendSpans(today, { months, step, weekStart: place.weekStart })
  const [first, last] = [all.at(0), all.at(-1)]
  const days = { from: first?.from ?? today, to: last?.to ?? today }
  const open = await openSums(ctx.db, place, { days, split, now })
  const [paid, nameOf, sites] = await Promise.all([
    ...([paidSums(ctx.db, place, { days, split }), kindNames(ctx.db, place)] as const),
    ctx.db.site.count({ where: { workplaceId: place.id } }),
  ])
  const spans = all.filter((span) => span.from >= open.since || span === last)
  const { groups, sums } = trendOf([...paid, ...open.rows], spans)
  const kindOf = (group: string) => {
    const name = nameOf({ name: group })
    return name === group ? null : name
  }
  return {
    ...{ place: placeOf(place), rights, today, months, step, split, hasSites: sites > 0 },
    complete: spans.length === all.length,
    withoutRate: open.unpriced.size,
    groups: groups.map((group) => ({ group, name: kindOf(group) })),
    spans: spans.map((span, at) => ({
      ...span,
      sums: (sums[at] ?? []).map(({ minutes, overtime, amount }) => ({
        ...{ minutes, overtime },
        cost: rights.seeWages ? money(amount, place) : null,
      })),
    })),
  }
}
