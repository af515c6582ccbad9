import { Temporal } from 'temporal-polyfill'
import { type PresetSource, presets, recordsKept } from './pay/presets'
import { type PayCycle, payPeriodOf } from './pay-periods'
import { type Days, dayAfter } from './weeks'

/** How long records of hours and pay are kept, and where that stands; no source where the law is not known here. */
export interface Keeping {
  years: number
  source: PresetSource | null
}

/** Where no law is known, as long as the longest that is: National Minimum Wage Regulations 2015, regulation 59. */
export const UNKNOWN_KEEPING: Keeping = { years: 6, source: null }

/**
 * The longest of what the country asks for and of what the presets do whose rules hold or held: where the country’s law is
 * not known, no rules make it shorter.
 */
export function keepingOf(country: string, presetIds: readonly string[]): Keeping {
  const law = recordsKept(country)
  const known = [law, ...presetIds.map(ofPreset)].filter((one) => one !== null)
  const longest = known.reduce<Keeping | null>((a, b) => (a && a.years >= b.years ? a : b), null)
  return longest && (law || longest.years >= UNKNOWN_KEEPING.years) ? longest : UNKNOWN_KEEPING
}

function ofPreset(id: string): Keeping | null {
  const preset = Object.entries(presets).find(([known]) => known === id)?.[1]
  if (!preset?.keepYears) return null
  return {
    years: preset.keepYears,
    source: preset.sources.find(({ topic }) => topic === 'records') ?? null,
  }
}

/** The pay periods of a workplace, and how many years its records are kept. */
export interface Kept {
  years: number
  cycle: PayCycle
  /** The first day of any period. */
  first: string
}

/** What lies before this day is past its years today. */
export const yearsBefore = (today: string, years: number): string =>
  Temporal.PlainDate.from(today).subtract({ years }).toString()

const periodBefore = (from: string, kept: Kept) => payPeriodOf(dayAfter(from, -1), kept)

/**
 * The first day whose records must stay. Periods go whole, and the one before the first that must stay does too: its last
 * week decides about overtime there (29 CFR 516.5 counts from the last date of entry).
 */
export function keptFrom(today: string, kept: Kept): string {
  const first = payPeriodOf(yearsBefore(today, kept.years), kept)
  return periodBefore(first.from, kept).from
}

/** The day on which the records of a day may be erased at the earliest. */
export function erasableOn(day: string, kept: Kept): string {
  const next = payPeriodOf(dayAfter(payPeriodOf(day, kept).to), kept)
  const over = dayAfter(next.to)
  let on = Temporal.PlainDate.from(over).add({ years: kept.years }).toString()
  while (yearsBefore(on, kept.years) < over) on = dayAfter(on)
  return on
}

/** A period of which something stands; late where it was paid, corrected or told to payroll within the years. */
export interface StandingPeriod extends Days {
  late: boolean
}

/** The same day where periods were made by another cycle, or paid late: none is cut, none goes before its payment may. */
export function keptFromAmong(from: string, standing: readonly StandingPeriod[], kept: Kept): string {
  const needed = standing
    .filter((period) => period.late || (period.from < from && period.to >= from))
    .map((period) => (period.late ? periodBefore(period.from, kept).from : period.from))
  const earliest = [from, ...needed].sort()[0] ?? from
  const cut = standing.find((period) => period.from < earliest && period.to >= earliest)
  return cut ? cut.from : earliest
}
