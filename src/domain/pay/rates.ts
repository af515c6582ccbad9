import { dayName, dayNumber } from './calendar'
import type { Entry } from './entries'
import { PayRefusal } from './refusal'
import { inForce, refuseSame } from './rules'
import type { PayInput } from './schema'

/** Minor units an hour for an entry's kind of work on a day. */
export type RateOf = (entry: Entry, day: number) => number

/** The rates of an input: those of a kind of work, else those without one, the latest that began by the day. */
export function ratesOf(given: PayInput['rates']): RateOf {
  refuseSame(given, 'rates')
  const byKind = new Map<string | null, { from: number; hourly: number }[]>()
  const rates = given.map(({ from, kind, hourly }) => ({ from: dayNumber(from), kind: kind ?? null, hourly }))
  for (const rate of rates.sort((a, b) => a.from - b.from)) {
    byKind.set(rate.kind, [...(byKind.get(rate.kind) ?? []), rate])
  }
  return ({ at, kind }, day) => {
    const rate = inForce(byKind.get(kind) ?? [], day) ?? inForce(byKind.get(null) ?? [], day)
    if (!rate) throw new PayRefusal(`entries[${at}].kind`, `has no rate on ${dayName(day)}`)
    return rate.hourly
  }
}
