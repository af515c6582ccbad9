'use client'

import { useLocale } from 'next-intl'
import { useCallback } from 'react'
import { formatExactMoney, formatMoney } from '@/domain/money'
import { spaced } from './spaced'

export interface Money {
  amount: number
  currency: string
}

/** Gives sums of money as the reader's language writes them. */
export function useMoneyText(): (money: Money) => string {
  const locale = useLocale()
  return useCallback(
    ({ amount, currency }) => spaced(formatMoney(amount, currency, locale), '\u00a0'),
    [locale],
  )
}

/** The same of a sum before it is rounded: minor units as a decimal. */
export function useExactMoneyText(): (money: { minor: string; currency: string }) => string {
  const locale = useLocale()
  return useCallback(
    ({ minor, currency }) => spaced(formatExactMoney(minor, currency, locale), '\u00a0'),
    [locale],
  )
}
