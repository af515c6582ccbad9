import { decimal, type Fraction, less } from './fraction'
import type { Input, Tier } from './shape'
import { rulesOn } from './stretches'
import type { Minute } from './worked'

const highest = (all: (Fraction | undefined)[]) =>
  all.reduce((best, one) => (one && (!best || less(best, one)) ? one : best), undefined)

/** The factor of the minute that has so many before it. */
const reached = (tiers: Tier[] | undefined, before: number) =>
  highest(
    (tiers ?? []).flatMap(({ afterMinutes, factor }) => (before >= afterMinutes ? decimal(factor) : [])),
  )

export const factorOf = ({ daily, weekly, seventh }: Minute) => highest([daily, weekly, seventh])

/** Writes on every paid minute which overtime applies to it. */
export function markOvertime(input: Input, paid: readonly Minute[]) {
  for (const day of new Set(paid.map((minute) => minute.day))) {
    const ofDay = paid.filter((minute) => minute.day === day)
    for (const [before, minute] of ofDay.entries())
      minute.daily = reached(minute.rules.overtime?.daily, before)
  }
  for (const week of new Set(paid.map((minute) => minute.week))) {
    const ofWeek = paid.filter((minute) => minute.week === week)
    const tiers = rulesOn(input, week + 6).overtime
    const notDaily = ofWeek.filter(({ daily }) => !daily).sort((a, b) => a.at - b.at)
    for (const [before, minute] of notDaily.entries()) minute.weekly = reached(tiers?.weekly, before)
    const worked = new Set(ofWeek.map(({ day }) => day))
    if ([0, 1, 2, 3, 4, 5, 6].some((day) => !worked.has(week + day))) continue
    const seventhDay = ofWeek.filter(({ day }) => day === week + 6)
    for (const [before, minute] of seventhDay.entries()) minute.seventh = reached(tiers?.seventhDay, before)
  }
}
