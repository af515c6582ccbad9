'use client'

import { useLocale } from 'next-intl'
import { useMemo } from 'react'
import { countries } from '@/domain/countries'
import { currencyCodes } from '@/domain/money'

/** The names of countries in the reader's language. */
export function useCountryName() {
  const locale = useLocale()
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' })
    return (code: string) => names.of(code) ?? code
  }, [locale])
}

/** Every country by its name, for a list to choose from. */
export function useCountryOptions() {
  const locale = useLocale()
  const nameOf = useCountryName()
  return useMemo(
    () =>
      countries
        .map((value) => ({ value, label: nameOf(value) }))
        .sort((a, b) => a.label.localeCompare(b.label, locale)),
    [locale, nameOf],
  )
}

/** Every currency by its code and name. */
export function useCurrencyOptions() {
  const locale = useLocale()
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency' })
    return currencyCodes.map((value) => ({
      value,
      label: `${value} · ${names.of(value) ?? value}`,
    }))
  }, [locale])
}

/** The country that a browser's language names, where it names one. */
export function ownCountry(): string {
  const region = new Intl.Locale(navigator.language).maximize().region ?? ''
  return countries.includes(region) ? region : 'US'
}
