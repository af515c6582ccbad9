'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { type ListFilters, type ListName, readFilters } from '@/domain/lists'

type Changes = Record<string, string | null>

/**
 * How a list is narrowed down and ordered. The address keeps it, beside whatever else stands there: reload and Back show
 * the same again.
 */
export function useFilters<List extends ListName>(
  list: List,
): [ListFilters<List>, (changes: Changes) => void] {
  const path = usePathname()
  const params = useSearchParams()
  const filters = useMemo(() => readFilters(list, Object.fromEntries(params)), [list, params])
  const change = (changes: Changes) => {
    const next = new URLSearchParams(window.location.search)
    for (const [key, value] of Object.entries(changes))
      if (value) next.set(key, value)
      else next.delete(key)
    const query = next.toString()
    window.history.replaceState(null, '', query ? `${path}?${query}` : path)
  }
  return [filters, change]
}
