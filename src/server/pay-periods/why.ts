import 'server-only'
import { AppError } from '@/domain/errors'
import { type Explanation, explainLines } from '@/domain/pay/explain'
import { type PaySum, paySums } from '@/domain/pay-sums'
import type { ActorContext } from '../context/context'
import { countedInput, kindNames, type PersonPeriod } from './people'
import { daysOf, money, personOn, placeOf, type Wanted } from './sheet'
import { ownEmployment, type PayPlace, seenWorkplace } from './workplace'

/** How each line of a sum came about. */
function explainedParts(person: PersonPeriod, { parts, kind, name, rate, factor }: PaySum) {
  const lines = parts.map((part) => ({ ...part, kind, name, rate, factor }))
  return explainLines(countedInput(person), lines)
}

const span = ([from, to]: readonly [string, string]) => ({ from: new Date(from), to: new Date(to) })

/** What rounding made of the outer punches of the entries that touch; null where it made nothing of them. */
function roundingOf({ stretch }: Explanation) {
  if (!stretch) return null
  const { punched, counted } = stretch
  const same = punched.every((at, i) => at === counted[i])
  return same ? null : { punched: span(punched), counted: span(counted) }
}

const ofTime = (explanation: Explanation | null | undefined) => ({
  times: explanation?.times.map(({ from, minutes }) => ({ from: new Date(from), minutes })) ?? [],
  rounded: explanation ? roundingOf(explanation) : null,
  dayRounded: explanation?.day ?? null,
})

/** What of a sum is money: before it was rounded, and the week's average and credit that it comes from. */
function ofMoney(explanations: readonly (Explanation | null)[], { currency }: PayPlace) {
  const exact = (minor: string) => ({ minor, currency })
  const [first] = explanations
  const one = explanations.every((other) => other?.sum.exact === first?.sum.exact)
  const { average = null, credit = null } = first ?? {}
  return {
    exact: first && one ? exact(first.sum.exact) : null,
    average: average && { ...average, pay: exact(average.pay), hourly: exact(average.hourly) },
    credit: credit && { premiums: exact(credit.premiums), overtime: exact(credit.overtime) },
  }
}

/** What one sum is made of: its lines, and the entries that they come from as they were punched. */
async function opened(ctx: ActorContext, place: PayPlace, wanted: Wanted & { sum: number }, wages: boolean) {
  const { period, person } = await personOn(ctx, place, wanted)
  const nameOf = await kindNames(ctx.db, place)
  const sum = paySums(person.result.lines, place.weekStart)[wanted.sum]
  if (!sum) throw new AppError('request.not_found')
  const { parts, rate, amount, ...rest } = sum
  const priced = wages && person.result.priced
  const priceOf = (minor: number) => (priced ? money(minor, place) : null)
  const explanations = explainedParts(person, sum)
  const ids = new Set(parts.map(({ entry }) => entry))
  return {
    ...{ place: placeOf(place), period: daysOf(period) },
    sum: { ...rest, name: nameOf(rest), rate: rate === null ? null : priceOf(rate), amount: priceOf(amount) },
    ...(priced ? ofMoney(explanations, place) : { exact: null, average: null, credit: null }),
    lines: parts.map(({ entry: entryId, day, minutes, amount }, at) => ({
      ...{ entryId, day, minutes, amount: priceOf(amount), ...ofTime(explanations[at]) },
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
