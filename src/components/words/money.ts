'use client'

import { useLocale } from 'next-intl'
import { useCallback } from 'react'
import { formatMoney } from '@/domain/money'
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
