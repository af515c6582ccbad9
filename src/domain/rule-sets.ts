import { type PresetId, presetIds, presets } from './pay/presets'
import type { PayRules } from './pay/schema'

/** The rules of a workplace, without the day from which they hold. */
export type Rules = Omit<PayRules, 'from'>

/** How a workplace may round. */
export const fairRoundings = ['nearest', 'employee'] as const

/** A day and a week of work are never as long: a limit there warns of nothing. */
export const NO_LIMITS = { restMinutes: 0, dayMinutes: 1560, weekMinutes: 10_140 }

/** A preset’s name as it is kept with rules, read back. */
export const presetNamed = (name: string | null): PresetId => presetIds.find((one) => one === name) ?? 'none'

/** JSON with its keys in order, so that it can be compared after a database has kept it. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)]),
  )
}

/** Whether rules are others than those of the preset that they were made from. */
export function isAdjusted(preset: PresetId, rules: Rules): boolean {
  return JSON.stringify(ordered(rules)) !== JSON.stringify(ordered(presets[preset].rules))
}
