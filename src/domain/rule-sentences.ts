import type { Weekday } from './pay/weekdays'
import { decided } from './premium-law'
import { NO_LIMITS, type Rules } from './rule-sets'

/** What a sentence about rules is made of; lengths in minutes, money in minor units, factors as numbers. */
export type RuleSentence =
  | { topic: 'day'; says: 'day_start' | 'week_start'; at: string }
  | { topic: 'day'; says: `shift_${'split' | 'start' | 'end' | 'most'}` }
  | { topic: 'breaks'; says: 'breaks_none' }
  | { topic: 'breaks'; says: 'paid_up_to'; minutes: number }
  | { topic: 'breaks'; says: 'break_due' | 'break_deducted'; after: number; minutes: number; piece: number }
  | { topic: 'rounding'; says: 'rounding_none' }
  | {
      topic: 'rounding'
      says: `rounding_${'punch' | 'day'}_${'nearest' | 'employee' | 'down' | 'up'}`
      minutes: number
    }
  | { topic: 'overtime'; says: 'overtime_none' | 'base_own' | 'base_weighted' }
  | { topic: 'overtime'; says: 'daily' | 'weekly' | 'seventh'; after: number; factor: number }
  | {
      topic: 'premiums'
      says: 'premium'
      name: string
      window: { from: string; to: string } | null
      days: readonly Weekday[] | null
      holidays: boolean
      pays: { share: number } | { amount: number }
      inRegularRate: boolean
      credited: boolean
    }
  | { topic: 'premiums'; says: 'premiums_none' | 'stacking_add' | 'stacking_highest' }
  | { topic: 'limits'; says: 'limit_rest' | 'limit_day' | 'limit_week'; minutes: number }
  | { topic: 'limits'; says: 'limits_none' }

export type RuleTopic = RuleSentence['topic']
export const ruleTopics = [
  'day',
  'breaks',
  'rounding',
  'overtime',
  'premiums',
  'limits',
] as const satisfies RuleTopic[]

const MIDNIGHT = '00:00'

function ofDays({ dayStart = MIDNIGHT, weekStart = dayStart, shiftDay = 'split' }: Rules): RuleSentence[] {
  return [
    { topic: 'day', says: 'day_start', at: dayStart },
    ...(weekStart === dayStart ? [] : [{ topic: 'day', says: 'week_start', at: weekStart } as const]),
    { topic: 'day', says: `shift_${shiftDay}` },
  ]
}

function ofBreaks({ breaks = [] }: Rules): RuleSentence[] {
  const paidUpTo = Math.max(0, ...breaks.map((one) => one.paidUpTo ?? 0))
  const due = breaks.filter(({ minutes = 0 }) => minutes > 0)
  if (paidUpTo === 0 && due.length === 0) return [{ topic: 'breaks', says: 'breaks_none' }]
  return [
    ...(paidUpTo ? [{ topic: 'breaks', says: 'paid_up_to', minutes: paidUpTo } as const] : []),
    ...due.map(({ afterMinutes = 0, minutes = 0, paid, minPiece = 0 }): RuleSentence => {
      const says = paid ? 'break_due' : 'break_deducted'
      return { topic: 'breaks', says, after: afterMinutes, minutes, piece: minPiece }
    }),
  ]
}

function ofRounding({ rounding }: Rules): RuleSentence[] {
  if (!rounding) return [{ topic: 'rounding', says: 'rounding_none' }]
  const { of, mode, minutes } = rounding
  return [{ topic: 'rounding', says: `rounding_${of}_${mode}`, minutes }]
}

function ofOvertime({ overtime = {} }: Rules): RuleSentence[] {
  const { daily = [], weekly = [], seventhDay = [], base = 'own' } = overtime
  const lists = [
    ['daily', daily],
    ['weekly', weekly],
    ['seventh', seventhDay],
  ] as const
  const tiers = lists.flatMap(([says, list]) =>
    list.map(
      ({ afterMinutes, factor }): RuleSentence => ({
        ...{ topic: 'overtime', says, after: afterMinutes, factor: Number(factor) },
      }),
    ),
  )
  return tiers.length > 0
    ? [...tiers, { topic: 'overtime', says: `base_${base}` }]
    : [{ topic: 'overtime', says: 'overtime_none' }]
}

function ofPremiums({ premiums = [], stacking = 'add', overtime = {} }: Rules): RuleSentence[] {
  if (premiums.length === 0) return [{ topic: 'premiums', says: 'premiums_none' }]
  const { base = 'own' } = overtime
  const sentences = premiums.map((one): RuleSentence => {
    const { name, from = MIDNIGHT, to = MIDNIGHT, days = null, holidays = false, factor, amount } = one
    const { inRegularRate, credited } = decided(one, base)
    return {
      ...{
        topic: 'premiums',
        says: 'premium',
        name,
        days,
        holidays,
        inRegularRate: base === 'weighted' && inRegularRate,
        credited,
      },
      window: from === to ? null : { from, to },
      pays: amount === undefined ? { share: Number(factor ?? 0) } : { amount },
    }
  })
  const several = premiums.length > 1
  return [...sentences, ...(several ? [{ topic: 'premiums', says: `stacking_${stacking}` } as const] : [])]
}

function ofLimits({ limits = {} }: Rules): RuleSentence[] {
  const { restMinutes = 660, dayMinutes = 600, weekMinutes = 2880 } = limits
  const found: RuleSentence[] = []
  if (restMinutes > 0) found.push({ topic: 'limits', says: 'limit_rest', minutes: restMinutes })
  if (dayMinutes < NO_LIMITS.dayMinutes)
    found.push({ topic: 'limits', says: 'limit_day', minutes: dayMinutes })
  if (weekMinutes < NO_LIMITS.weekMinutes)
    found.push({ topic: 'limits', says: 'limit_week', minutes: weekMinutes })
  return found.length > 0 ? found : [{ topic: 'limits', says: 'limits_none' }]
}

/** Rules in sentences: what somebody who works by them has to know, none left out. */
export function ruleSentences(rules: Rules): RuleSentence[] {
  return [ofDays, ofBreaks, ofRounding, ofOvertime, ofPremiums, ofLimits].flatMap((topic) => topic(rules))
}
