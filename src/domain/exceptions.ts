/** What of somebody's hours is out of the ordinary, in the order in which it is shown. */
export const exceptionCodes = [
  'no_rate',
  'entry_open',
  'entry_overdue',
  'entry_flagged',
  'correction_open',
  'outside_site',
  'break_missing',
  'break_long',
  'rest_short',
  'day_long',
  'week_long',
  'average_long',
  'entry_long',
  'entry_short',
  'period_runs',
  'not_signed',
] as const
export type ExceptionCode = (typeof exceptionCodes)[number]

/** The same by what they are about. */
export const exceptionGroups = {
  entries: ['entry_open', 'entry_overdue', 'entry_flagged', 'entry_long', 'entry_short', 'outside_site'],
  limits: ['break_missing', 'rest_short', 'day_long', 'week_long', 'average_long'],
  sheets: ['no_rate', 'correction_open', 'period_runs', 'not_signed'],
} as const satisfies Record<string, readonly ExceptionCode[]>

export const severities = ['NOTE', 'WARNING', 'CRITICAL'] as const
export type Severity = (typeof severities)[number]

export const audiences = ['EMPLOYEE', 'MANAGER', 'BOTH'] as const
export type Audience = (typeof audiences)[number]

export interface ExceptionSetting {
  code: ExceptionCode
  /** So many minutes beyond its limit it is let pass; null where there is nothing to measure. */
  grace: number | null
  severity: Severity
  told: Audience
}

const setting = (grace: number | null, severity: Severity, told: Audience = 'BOTH') => ({
  ...{ grace, severity, told },
})

/** Without a rate there is no sum, and of an open entry nobody knows the end: all else a manager may decide. */
export const defaults: Record<ExceptionCode, Omit<ExceptionSetting, 'code'>> = {
  no_rate: setting(null, 'CRITICAL'),
  entry_open: setting(null, 'CRITICAL'),
  entry_overdue: setting(0, 'WARNING'),
  entry_flagged: setting(null, 'WARNING'),
  correction_open: setting(null, 'WARNING'),
  outside_site: setting(null, 'WARNING'),
  break_missing: setting(0, 'WARNING'),
  break_long: setting(0, 'NOTE', 'MANAGER'),
  rest_short: setting(0, 'WARNING'),
  day_long: setting(0, 'WARNING'),
  week_long: setting(0, 'WARNING'),
  average_long: setting(0, 'WARNING'),
  entry_long: setting(0, 'NOTE', 'MANAGER'),
  entry_short: setting(0, 'NOTE', 'MANAGER'),
  period_runs: setting(null, 'NOTE'),
  not_signed: setting(null, 'WARNING'),
}

/** What always stops an approval: nothing could be paid. */
export const alwaysCritical: readonly ExceptionCode[] = ['no_rate', 'entry_open']

/** The whole catalogue as it holds at a workplace. */
export function exceptionSettings(otherwise: readonly ExceptionSetting[]): ExceptionSetting[] {
  return exceptionCodes.map(
    (code) => otherwise.find((one) => one.code === code) ?? { code, ...defaults[code] },
  )
}

/** Of these settings, those that are otherwise than usual. */
export function unusual(settings: readonly ExceptionSetting[]): ExceptionSetting[] {
  return exceptionSettings(settings).filter(({ code, grace, severity, told }) => {
    const usual = defaults[code]
    return grace !== usual.grace || severity !== usual.severity || told !== usual.told
  })
}

/** Something out of the ordinary. */
export interface Noticed {
  code: ExceptionCode
  day: string | null
  entryId: string | null
  /** Minutes beyond its limit; 0 where there is nothing to measure. */
  beyond: number
}

export interface HoursException extends Omit<Noticed, 'beyond'> {
  severity: Severity
  /** Nothing is approved while it stands. */
  critical: boolean
  told: Audience
}

/** What of all that was noticed is an exception by these settings, those first that stop an approval. */
export function exceptionsBy(
  settings: readonly ExceptionSetting[],
  noticed: readonly Noticed[],
): HoursException[] {
  const of = new Map(settings.map((one) => [one.code, one]))
  const rank = ({ critical, code }: HoursException) =>
    exceptionCodes.indexOf(code) - (critical ? exceptionCodes.length : 0)
  return noticed
    .flatMap(({ beyond, ...one }) => {
      const { grace = null, severity, told } = of.get(one.code) ?? defaults[one.code]
      const counts = grace === null || beyond > grace
      return counts ? [{ ...one, severity, told, critical: severity === 'CRITICAL' }] : []
    })
    .sort((a, b) => rank(a) - rank(b))
}

/** Those that are for somebody's eyes. */
export function toldTo<Told extends { told: Audience }>(
  exceptions: readonly Told[],
  who: Exclude<Audience, 'BOTH'>,
): Told[] {
  return exceptions.filter(({ told }) => told === 'BOTH' || told === who)
}

const aside: readonly ExceptionCode[] = ['entry_open', 'period_runs', 'not_signed']

/**
 * Those about hours that were worked, apart from where the signatures stand; whoever is in now has forgotten nothing, and
 * whoever has been for long is overdue besides.
 */
export function aboutHours<Of extends { code: ExceptionCode }>(exceptions: readonly Of[]): Of[] {
  return exceptions.filter(({ code }) => !aside.includes(code))
}
