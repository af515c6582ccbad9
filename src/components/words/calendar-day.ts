'use client'

import { useLocale } from 'next-intl'
import { useCallback } from 'react'

/** Gives calendar days (`YYYY-MM-DD`) as the reader writes them. */
export function useDayText() {
  const locale = useLocale()
  return useCallback(
    (day: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      ),
    [locale],
  )
}
