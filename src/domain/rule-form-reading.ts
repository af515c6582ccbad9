import { type FieldErrorCode, fieldError, readFieldError } from './field-errors'
import { parseWage } from './money'
import { parseDuration } from './pay/durations'
import { hasOwnName } from './pay/schema'
import { type Decided, decided } from './premium-law'
import {
  type BreakFields,
  type PremiumFields,
  type RulesForm,
  type StepFields,
  shifted,
  stepLists,
} from './rule-forms'
import { NO_LIMITS, type Rules } from './rule-sets'
import { rulesSchema } from './rule-sets-schema'

/** What is wrong with which field, by its path in the form: `daily.0.factor`. */
export type RulesFormErrors = Record<string, string>

/** What a form says, or what is wrong with it. */
export type ReadRules = { rules: Rules; errors: RulesFormErrors } | { rules: null; errors: RulesFormErrors }

type Refuse = (path: string, code: FieldErrorCode) => void

const MIDNIGHT = '00:00'

/** A typed decimal with a point; null where it is none. */
function decimalOf(typed: string): string | null {
  const text = typed.trim().replace(',', '.')
  return /^\d{1,4}(\.\d{1,6})?$/.test(text) ? text : null
}

function lengthOf(typed: string, path: string, refuse: Refuse): number {
  const minutes = parseDuration(typed)
  if (minutes !== null && minutes >= 0) return minutes
  refuse(path, typed.trim() ? 'duration_unclear' : 'required')
  return 0
}

function minutesOf(typed: string, path: string, refuse: Refuse): number {
  if (/^\d{1,4}$/.test(typed.trim()) && Number(typed) > 0) return Number(typed)
  refuse(path, typed.trim() ? 'minutes_whole' : 'minutes_missing')
  return 1
}

const readSteps = (list: readonly StepFields[], path: string, refuse: Refuse) =>
  list.map(({ afterMinutes, factor }, i) => {
    const read = decimalOf(factor)
    const clear = read !== null && Number(read) >= 1
    if (!clear) refuse(`${path}.${i}.factor`, 'factor_unclear')
    return {
      afterMinutes: lengthOf(afterMinutes, `${path}.${i}.afterMinutes`, refuse),
      factor: clear ? shifted(read, 0) : '1',
    }
  })

const readBreaks = (list: readonly BreakFields[], refuse: Refuse) =>
  list.map(({ afterMinutes, minutes, minPiece, deducted }, i) => ({
    afterMinutes: lengthOf(afterMinutes, `breaks.${i}.afterMinutes`, refuse),
    minutes: minutesOf(minutes, `breaks.${i}.minutes`, refuse),
    ...(minPiece.trim() && { minPiece: minutesOf(minPiece, `breaks.${i}.minPiece`, refuse) }),
    ...(!deducted && { paid: true }),
  }))

function readPay({ pays, factor, amount }: PremiumFields, at: string, currency: string, refuse: Refuse) {
  if (pays === 'amount') {
    const read = parseWage(amount, currency)
    if (read === null) refuse(`${at}.amount`, 'amount_unclear')
    return { amount: read ?? 0 }
  }
  const read = decimalOf(factor)
  if (read === null) refuse(`${at}.factor`, 'percent_unclear')
  return { factor: shifted(read ?? '0', -2) }
}

/** What holds of a premium as it stands in the form, decided or not. */
export function decidedIn(fields: PremiumFields, base: RulesForm['base']): Decided {
  const { pays, days, holidays, inRegularRate, credited } = fields
  const percent = pays === 'factor' ? decimalOf(fields.factor) : null
  return decided(
    {
      ...{ days, holidays, factor: shifted(percent ?? '0', -2) },
      ...{ inRegularRate: inRegularRate ?? undefined, credited: credited ?? undefined },
    },
    base,
  )
}

const readPremiums = (list: readonly PremiumFields[], currency: string, refuse: Refuse) =>
  list.map((one, i) => {
    const { days, holidays, inRegularRate, credited } = one
    const name = one.name.trim()
    if (!name) refuse(`premiums.${i}.name`, 'required')
    if (hasOwnName(name)) refuse(`premiums.${i}.name`, 'premium_name_taken')
    const [from, to] = [one.from || MIDNIGHT, one.to || MIDNIGHT]
    return {
      name,
      ...(from !== to && { from, to }),
      ...(days.length > 0 && { days }),
      ...(holidays && { holidays }),
      ...readPay(one, `premiums.${i}`, currency, refuse),
      ...(inRegularRate !== null && { inRegularRate }),
      ...(credited !== null && { credited }),
    }
  })

function readLimits(form: RulesForm, refuse: Refuse) {
  const of = (key: keyof typeof NO_LIMITS) =>
    form[key].trim() ? lengthOf(form[key], key, refuse) : NO_LIMITS[key]
  return {
    restMinutes: of('restMinutes'),
    dayMinutes: of('dayMinutes'),
    weekMinutes: of('weekMinutes'),
  }
}

function readOvertime(form: RulesForm, refuse: Refuse): Rules['overtime'] {
  const used = stepLists.filter((list) => form[list].length > 0)
  if (used.length === 0) return undefined
  const lists = used.map((list) => [list, readSteps(form[list], list, refuse)])
  return { ...Object.fromEntries(lists), ...(form.base === 'weighted' && { base: form.base }) }
}

function readRounding(form: RulesForm, refuse: Refuse): Rules['rounding'] {
  const { roundingOf: of, roundingMode: mode, roundingMinutes } = form
  if (of === 'none') return undefined
  return { of, mode, minutes: minutesOf(roundingMinutes, 'roundingMinutes', refuse) }
}

/** The form as rules, as far as it can be read; the paid short breaks come first. */
function typedRules(form: RulesForm, currency: string, refuse: Refuse): Rules {
  const { dayStart, weekStart, shiftDay, stacking } = form
  const paidUpTo = form.paidUpTo.trim() ? minutesOf(form.paidUpTo, 'paidUpTo', refuse) : 0
  const breaks = [...(paidUpTo ? [{ paidUpTo }] : []), ...readBreaks(form.breaks, refuse)]
  const premiums = readPremiums(form.premiums, currency, refuse)
  const [overtime, rounding] = [readOvertime(form, refuse), readRounding(form, refuse)]
  return {
    ...(dayStart && dayStart !== MIDNIGHT && { dayStart }),
    ...(weekStart && weekStart !== (dayStart || MIDNIGHT) && { weekStart }),
    ...(shiftDay !== 'split' && { shiftDay }),
    ...(rounding && { rounding }),
    ...(breaks.length > 0 && { breaks }),
    ...(overtime && { overtime }),
    ...(premiums.length > 0 && { premiums }),
    ...(stacking !== 'add' && { stacking }),
    limits: readLimits(form, refuse),
  }
}

/** Where in the form it is what a schema says of the rules. */
function fieldOf(path: readonly PropertyKey[], { breaks = [] }: Rules): string {
  const [list, at, key] = path
  if (list === 'rounding') return at === 'mode' ? 'roundingMode' : 'roundingMinutes'
  if (list === 'overtime' || list === 'limits') return path.slice(1).join('.')
  if (list !== 'breaks' || typeof at !== 'number') return path.join('.')
  if (key === 'paidUpTo') return 'paidUpTo'
  const before = breaks[0]?.paidUpTo ? 1 : 0
  return ['breaks', at - before, key].join('.')
}

/** What a form says of the rules of a workplace that pays in a currency. */
export function readRulesForm(form: RulesForm, currency: string): ReadRules {
  const errors: RulesFormErrors = {}
  const typed = typedRules(form, currency, (path, code) => {
    errors[path] ??= fieldError(code)
  })
  const checked = rulesSchema.safeParse(typed)
  for (const { path, message } of checked.error?.issues ?? [])
    errors[fieldOf(path, typed)] ??= readFieldError(message) ? message : fieldError('invalid')
  return checked.success && Object.keys(errors).length === 0
    ? { rules: checked.data, errors }
    : { rules: null, errors }
}
