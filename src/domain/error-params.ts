import type { ErrorParams } from './errors'

/** The params as messages take them: `{wait}` is how long `seconds` are, in the reader's words. */
export function errorMessageParams(params: ErrorParams, locale: string): ErrorParams {
  if (typeof params.seconds !== 'number') return params
  return { ...params, wait: waitText(params.seconds, locale) }
}

/** A span of time as one would say it: seconds up to a minute and a half, minutes beyond. */
export function waitText(seconds: number, locale: string): string {
  const unit = seconds <= 90 ? 'second' : 'minute'
  const value = unit === 'second' ? seconds : Math.ceil(seconds / 60)
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}
