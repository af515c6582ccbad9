/** The languages that Clockface speaks. English is the source. */
export const languages = ['en', 'de', 'es'] as const
export type Language = (typeof languages)[number]

/** Their own names for themselves, which need no translation. */
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch', es: 'Español' }

/** Made-up languages for tests: long words with accents, and the same from right to left. */
export const pseudoLocales = ['en-XA', 'ar-XB'] as const
export type PseudoLocale = (typeof pseudoLocales)[number]

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}

export function isPseudoLocale(value: unknown): value is PseudoLocale {
  return pseudoLocales.some((locale) => locale === value)
}

/** The language of what is shown under a locale such as `de-AT`; the made-up ones are English underneath. */
export function languageOf(locale: string): Language {
  const { language } = new Intl.Locale(locale)
  return isLanguage(language) ? language : languages[0]
}

/** What a reader is shown: the catalogue, and the locale that dates and numbers are written in. */
export interface ReaderLocale {
  catalogue: Language | PseudoLocale
  /** BCP 47, such as `de-AT`: the chosen language as it is written in the browser's region. */
  format: string
}

interface LocaleWish {
  /** What the person, or the kiosk's class, has chosen; null follows the browser. */
  chosen: string | null
  /** The header `Accept-Language`. */
  accepted: string | null
  /** Whether the made-up languages can be had. */
  pseudo?: boolean
}

/** The reader's language and region: the chosen language, else the first that the browser accepts and we have. */
export function readerLocale({ chosen, accepted, pseudo = false }: LocaleWish): ReaderLocale {
  const wishes = acceptedLocales(accepted)
  const first = wishes[0]?.toString()
  if (pseudo && isPseudoLocale(first)) return { catalogue: first, format: first }
  const language = isLanguage(chosen)
    ? chosen
    : (wishes.map((wish) => wish.language).find(isLanguage) ?? languages[0])
  const inLanguage = wishes.find((wish) => wish.language === language && wish.region)
  const region = (inLanguage ?? wishes.find((wish) => wish.region))?.region
  return { catalogue: language, format: region ? `${language}-${region}` : language }
}

/** The locales of an `Accept-Language`, the most wanted first; what is malformed is left out. */
function acceptedLocales(header: string | null): Intl.Locale[] {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      const quality = rest.map((param) => /^\s*q=([\d.]+)\s*$/.exec(param)?.[1]).find(Boolean)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
  return wishes
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .flatMap(({ tag }) => localeOf(tag))
}

function localeOf(tag: string): Intl.Locale[] {
  try {
    return [new Intl.Locale(tag)]
  } catch {
    return []
  }
}

/** Which way the writing runs. */
export function directionOf({ catalogue }: ReaderLocale): 'ltr' | 'rtl' {
  return catalogue === 'ar-XB' ? 'rtl' : 'ltr'
}
