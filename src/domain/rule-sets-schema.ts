import { type FieldErrorCode, fieldError } from './field-errors'
import { MOST_WAGE } from './money'
import { ruleSet } from './pay/schema'
import { decided, mayBeCredited } from './premium-law'
import { fairRoundings, NO_LIMITS, type Rules } from './rule-sets'

/** As they are kept. */
export const storedRulesSchema = ruleSet.omit({ from: true })

const DAY = 1440
const WEEK = 7 * DAY
const MOST_RULES = 20
const MOST_FACTOR = 10
const MOST_BREAK = 240

type Tiers = NonNullable<NonNullable<Rules['overtime']>['daily']>
type Breaks = NonNullable<Rules['breaks']>
type Premiums = NonNullable<Rules['premiums']>

interface Found {
  path: (string | number)[]
  message: string
}

const tooHigh = (max: number) => fieldError('too_high_minutes', { max })

function ofTiers(list: string, tiers: Tiers = [], most: number): Found[] {
  const at = (i: number, key: string) => ['overtime', list, i, key]
  return tiers.flatMap(({ afterMinutes, factor }, i) => {
    const before = tiers[i - 1]
    const found: Found[] = []
    if (afterMinutes > most) found.push({ path: at(i, 'afterMinutes'), message: tooHigh(most) })
    if (before && before.afterMinutes >= afterMinutes)
      found.push({ path: at(i, 'afterMinutes'), message: fieldError('steps_rise') })
    if (Number(factor) > MOST_FACTOR)
      found.push({ path: at(i, 'factor'), message: fieldError('factor_unclear') })
    return found
  })
}

function ofBreaks(breaks: Breaks = []): Found[] {
  return breaks.flatMap(({ afterMinutes = 0, minutes = 0, paidUpTo = 0, minPiece = 0 }, i) => {
    const found: Found[] = []
    const check = (key: string, value: number, most: number) => {
      if (value > most) found.push({ path: ['breaks', i, key], message: tooHigh(most) })
    }
    check('afterMinutes', afterMinutes, DAY)
    check('minutes', minutes, MOST_BREAK)
    check('paidUpTo', paidUpTo, MOST_BREAK)
    check('minPiece', minPiece, minutes || MOST_BREAK)
    return found
  })
}

function ofPremiums(premiums: Premiums = []): Found[] {
  return premiums.flatMap(({ name, factor = '0', amount = 0 }, i) => {
    const found: Found[] = []
    if (premiums.findIndex((one) => one.name === name) < i)
      found.push({ path: ['premiums', i, 'name'], message: fieldError('name_twice') })
    if (Number(factor) > MOST_FACTOR)
      found.push({ path: ['premiums', i, 'factor'], message: fieldError('percent_unclear') })
    if (amount > MOST_WAGE)
      found.push({ path: ['premiums', i, 'amount'], message: fieldError('amount_unclear') })
    return found
  })
}

/** 29 CFR 778.203 and 778.207: less than half on top is never credited, and never out of the regular rate. */
function ofOvertimeBase({ premiums = [], overtime = {} }: Rules): Found[] {
  const { base = 'own' } = overtime
  return premiums.flatMap((one, i) => {
    const { inRegularRate, credited } = decided(one, base)
    const found: Found[] = []
    const say = (key: string, code: FieldErrorCode) =>
      found.push({ path: ['premiums', i, key], message: fieldError(code) })
    if (credited && !mayBeCredited(one)) say('credited', 'credited_too_little')
    else if (credited && inRegularRate) say('credited', 'credited_in_rate')
    if (base === 'weighted' && !credited && !inRegularRate && !mayBeCredited(one))
      say('inRegularRate', 'regular_rate_needed')
    return found
  })
}

function ofSizes({ breaks = [], premiums = [], overtime = {}, limits = {} }: Rules): Found[] {
  const { daily = [], weekly = [], seventhDay = [] } = overtime
  const lists = { breaks, premiums, daily, weekly, seventhDay }
  const long = Object.entries(lists).filter(([, list]) => list.length > MOST_RULES)
  const most = { restMinutes: DAY, dayMinutes: NO_LIMITS.dayMinutes, weekMinutes: NO_LIMITS.weekMinutes }
  const far = (Object.keys(most) as (keyof typeof most)[]).filter((key) => (limits[key] ?? 0) > most[key])
  return [
    ...long.map(([list]) => ({ path: [list], message: fieldError('invalid') })),
    ...far.map((key) => ({ path: ['limits', key], message: tooHigh(most[key]) })),
  ]
}

/** 29 CFR 785.48(b): over time nobody may be paid for less than they worked. */
function ofRounding({ rounding }: Rules): Found[] {
  const fair = !rounding || fairRoundings.some((mode) => mode === rounding.mode)
  return fair ? [] : [{ path: ['rounding', 'mode'], message: fieldError('rounding_takes') }]
}

/** What `domain/pay` can calculate and makes no sense, or is not fair, at a workplace. */
function senseless(rules: Rules): Found[] {
  const { daily, weekly, seventhDay } = rules.overtime ?? {}
  return [
    ...ofSizes(rules),
    ...ofRounding(rules),
    ...ofBreaks(rules.breaks),
    ...ofTiers('daily', daily, DAY),
    ...ofTiers('weekly', weekly, WEEK),
    ...ofTiers('seventhDay', seventhDay, DAY),
    ...ofPremiums(rules.premiums),
    ...ofOvertimeBase(rules),
  ]
}

/** The rules that an employer may set: what `domain/pay` reads, within the bounds of what makes sense. */
export const rulesSchema = storedRulesSchema.superRefine((rules, ctx) => {
  for (const { path, message } of senseless(rules)) ctx.addIssue({ code: 'custom', path, message })
})
