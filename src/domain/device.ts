/** A browser in which an account was not used for so many days is a stranger to it again. */
export const DEVICE_DAYS = 180

const DAY_MS = 24 * 60 * 60 * 1000

/** Until when a browser that is used now counts. */
export function deviceEnd(now: Date): Date {
  return new Date(now.getTime() + DEVICE_DAYS * DAY_MS)
}

/** What was last used before this moment no longer counts. */
export function deviceExpiry(now: Date): Date {
  return new Date(now.getTime() - DEVICE_DAYS * DAY_MS)
}

/** In this order, because most browsers also name those that they descend from. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*\bSafari\//, 'Safari'],
]

const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

/** What a person knows a browser by; null is what it did not tell. */
export interface DeviceNames {
  browser: string | null
  system: string | null
}

/** The names of a browser and of what it runs on. Browsers may say anything of themselves, so they prove nothing. */
export function deviceNames(userAgent: string): DeviceNames {
  const named = (list: readonly [RegExp, string][]) =>
    list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null
  return { browser: named(browsers), system: named(systems) }
}
