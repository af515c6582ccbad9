'use client'

import { useLocale } from 'next-intl'
import { useCallback } from 'react'
import { decimalOf, digitsOf } from '@/domain/currencies'

/** Gives amounts of minor units as the reader writes money, with the decimals of ISO 4217. */
export function useMoneyText() {
  const locale = useLocale()
  return useCallback(
    (minor: number, currency: string) => {
      const digits = digitsOf(currency)
      return new Intl.NumberFormat(locale, {
        ...{ style: 'currency', currency },
        ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
      }).format(Number(decimalOf(minor, currency)))
    },
    [locale],
  )
}
