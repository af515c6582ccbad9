import 'server-only'
import { AppError } from '@/domain/errors'
import { paySums } from '@/domain/pay-sums'
import type { ActorContext } from '../context/context'
import { kindNames } from './people'
import { daysOf, money, personOn, placeOf, type Wanted } from './sheet'
import { ownEmployment, type PayPlace, seenWorkplace } from './workplace'

/** What one sum is made of: its lines, and the entries that they come from as they were punched. */
async function opened(ctx: ActorContext, place: PayPlace, wanted: Wanted & { sum: number }, wages: boolean) {
  const { period, person } = await personOn(ctx, place, wanted)
  const nameOf = await kindNames(ctx.db, place)
  const sum = paySums(person.result.lines, place.weekStart)[wanted.sum]
  if (!sum) throw new AppError('request.not_found')
  const { parts, rate, amount, ...rest } = sum
  const priced = wages && person.result.priced
  const priceOf = (minor: number) => (priced ? money(minor, place) : null)
  const ids = new Set(parts.map(({ entry }) => entry))
  return {
    ...{ place: placeOf(place), period: daysOf(period) },
    sum: { ...rest, name: nameOf(rest), rate: rate === null ? null : priceOf(rate), amount: priceOf(amount) },
    lines: parts.map(({ entry: entryId, day, minutes, amount }) => ({
      ...{ entryId, day, minutes, amount: priceOf(amount) },
    })),
    entries: person.punches
      .filter(({ id }) => ids.has(id))
      .map(({ id, kindId, breaks, ...entry }) => ({
        ...{ id, kind: nameOf({ name: kindId }), ...entry },
        breaks: breaks.map(({ startedAt, endedAt, paid }) => ({
          ...{ startedAt: new Date(startedAt), endedAt: endedAt ? new Date(endedAt) : null, paid },
        })),
      })),
  }
}

/** Why a sum of somebody's period is what it is. */
export async function why(ctx: ActorContext, input: Wanted & { workplaceId: string; sum: number }) {
  const { place, rights } = await seenWorkplace(ctx, input)
  return opened(ctx, place, input, rights.seeWages)
}

/** The same of somebody's own. */
export async function ownWhy(ctx: ActorContext, input: Wanted & { sum: number }) {
  const { employmentId } = input
  const place = await ownEmployment(ctx.db, { employmentId, userId: ctx.actor.id })
  return opened(ctx, place, input, true)
}
