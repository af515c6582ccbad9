'use client'

import { useLocale } from 'next-intl'
import { useCallback } from 'react'
import { dayDate } from '@/domain/weeks'
import { spaced } from './spaced'

/** Gives calendar days (`YYYY-MM-DD`) as the reader writes them. */
export function useDayText() {
  const locale = useLocale()
  return useCallback(
    (day: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(dayDate(day)),
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

/** Gives months (`YYYY-MM`) as the reader writes them. */
export function useMonthText() {
  const locale = useLocale()
  return useCallback(
    (month: string) =>
      new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        dayDate(`${month}-01`),
      ),
    [locale],
  )
}
