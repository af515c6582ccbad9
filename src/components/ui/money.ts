'use client'

import { useLocale } from 'next-intl'
import { useCallback } from 'react'
import { formatMoney } from '@/domain/money'

export interface Money {
  amount: number
  currency: string
}

/** Server and browser do not agree about which spaces there are. */
const spaced = (text: string, space: string) => text.replaceAll(/\s/g, space)

/** Gives sums of money as the reader's language writes them. */
export function useMoneyText(): (money: Money) => string {
  const locale = useLocale()
  return useCallback(
    ({ amount, currency }) => spaced(formatMoney(amount, currency, locale), '\u00a0'),
    [locale],
  )
}

const calendar = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const

/** Gives calendar days (`YYYY-MM-DD`), one or a range of them, as the reader's language writes them. */
export function useDaysText(): (from: string, to?: string) => string {
  const locale = useLocale()
  return useCallback(
    (from, to = from) => {
      const format = new Intl.DateTimeFormat(locale, calendar)
      const [first, last] = [new Date(from), new Date(to)]
      return spaced(from === to ? format.format(first) : format.formatRange(first, last), ' ')
    },
    [locale],
  )
}
