/** Currencies by the digits of their minor unit: ISO 4217, list one, with codes that ended since 2024 for older records. */
const currencies: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE
    CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG
    HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
    MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE
    SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW
    ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const digits = new Map(
  Object.entries(currencies).flatMap(([count, codes]) =>
    codes.split(/\s+/).map((code): [string, number] => [code, Number(count)]),
  ),
)

/** The codes of all currencies, in order of the alphabet. */
export const currencyCodes = [...digits.keys()].sort()

/** Whether a text is the code of a currency. */
export const isCurrency = (code: string) => digits.has(code)

/** How many digits the minor unit of a currency has: 2 for EUR (cents), 0 for JPY, 3 for KWD. */
export function minorUnitDigits(currency: string): number {
  const count = digits.get(currency)
  if (count === undefined) throw new RangeError(`Unknown currency: ${currency}`)
  return count
}

/** Minor units as a decimal in the main unit, for machines: 1234 of EUR is `12.34`. */
export function decimalMoney(amount: number, currency: string): `${number}` {
  const count = minorUnitDigits(currency)
  const all = String(Math.abs(amount)).padStart(count + 1, '0')
  const main = all.slice(0, all.length - count)
  const text = `${amount < 0 ? '-' : ''}${main}${count ? `.${all.slice(-count)}` : ''}`
  return text as `${number}`
}

/** Minor units as a reader of a language writes them, to the last digit. */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const count = minorUnitDigits(currency)
  const style = {
    style: 'currency',
    currency,
    minimumFractionDigits: count,
    maximumFractionDigits: count,
  } as const
  return new Intl.NumberFormat(locale, style).format(decimalMoney(amount, currency))
}

/** Minor units that are not rounded yet (`6916.6667`), as a reader writes them: up to four digits beyond the last one. */
export function formatExactMoney(minor: string, currency: string, locale: string): string {
  const [whole = '0', part = ''] = minor.replace('-', '').split('.')
  const count = minorUnitDigits(currency)
  const main = decimalMoney(Number(whole), currency)
  const exact = `${minor.startsWith('-') ? '-' : ''}${main}${part && count === 0 ? '.' : ''}${part}`
  const fraction = { minimumFractionDigits: count, maximumFractionDigits: count + 4 }
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...fraction }).format(
    exact as `${number}`,
  )
}

const plain = /^(-?)(\d+)(?:[.,](\d+))?$/
const grouped = /^(-?)(\d{1,3}([.,'’\s])\d{3}(?:\3\d{3})*)(?:(?!\3)[.,](\d+))?$/

/**
 * Minor units of a typed sum in the main unit; null where it is none. The last mark is the decimal mark, whichever it
 * is, and no digit may be lost: `12.5`, `12,50`, `1,234.50`.
 */
export function parseMoney(typed: string, currency: string): number | null {
  const text = typed.trim()
  const [sign, main, part = ''] = plain.exec(text)?.slice(1) ?? withoutGroups(text)
  const count = minorUnitDigits(currency)
  if (main === undefined || part.length > count) return null
  const amount = Number(`${main}${part.padEnd(count, '0')}`)
  if (!Number.isSafeInteger(amount)) return null
  return sign && amount ? -amount : amount
}

function withoutGroups(text: string): (string | undefined)[] {
  const [, sign, main, , part] = grouped.exec(text) ?? []
  return [sign, main?.replace(/\D/g, ''), part]
}

/** Beyond any wage an hour, in minor units: what an integer column of the database holds. */
export const MOST_WAGE = 2_000_000_000

/**
 * Minor units of a typed wage: "12.50", "12,5", "1 250". Null where it is none, has more decimals than the currency, or
 * could mean two things ("1.250" where a currency has two decimals).
 */
export function parseWage(typed: string, currency: string): number | null {
  const count = minorUnitDigits(currency)
  const [, whole, part = ''] = /^(\d{1,10})(?:[.,](\d{1,4}))?$/.exec(typed.replace(/[\s'’]/g, '')) ?? []
  if (whole === undefined || part.length > count) return null
  const minor = Number(whole + part.padEnd(count, '0'))
  return minor <= MOST_WAGE ? minor : null
}
