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

type ZonedLocale = Intl.Locale & { getTimeZones?: () => string[] | undefined }

const zonesOf = (country: string) => (new Intl.Locale(`und-${country}`) as ZonedLocale).getTimeZones?.() ?? []

/** Where a browser's language names a country of its clock, that one; else the country of its clock. */
export function ownCountry(timeZone: string): string {
  const named = new Intl.Locale(navigator.language).maximize().region ?? ''
  const spoken = countries.includes(named) ? named : 'US'
  if (zonesOf(spoken).includes(timeZone)) return spoken
  return countries.find((country) => zonesOf(country).includes(timeZone)) ?? spoken
}
