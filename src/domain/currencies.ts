/** Currencies whose minor unit is not a hundredth (ISO 4217, which the runtime's formatter does not follow everywhere). */
const without = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ')
const thousandths = 'BHD IQD JOD KWD LYD OMR TND'.split(' ')

/** How many decimals amounts of a currency have. */
export function digitsOf(currency: string): 0 | 2 | 3 {
  if (without.includes(currency)) return 0
  return thousandths.includes(currency) ? 3 : 2
}

/** Whether a code is that of a currency this runtime knows. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}

/** Beyond any wage an hour, in minor units: what an integer column of the database holds. */
export const MOST_MINOR = 2_000_000_000

/**
 * An amount as people type it, in minor units: "12.50", "12,5", "1 250". Null where it is none, has more decimals than the
 * currency, or could mean two things ("1.250" where a currency has two decimals).
 */
export function minorOf(typed: string, currency: string): number | null {
  const digits = digitsOf(currency)
  const [, whole, part = ''] = /^(\d{1,10})(?:[.,](\d{1,3}))?$/.exec(typed.replace(/[\s'’]/g, '')) ?? []
  if (whole === undefined || part.length > digits) return null
  const minor = Number(whole + part.padEnd(digits, '0'))
  return minor <= MOST_MINOR ? minor : null
}

/** An amount of minor units as a plain decimal: "12.50". */
export function decimalOf(minor: number, currency: string): string {
  const digits = digitsOf(currency)
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const sign = minor < 0 ? '-' : ''
  if (digits === 0) return sign + text
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
