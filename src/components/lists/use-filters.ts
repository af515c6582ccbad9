'use client'

import { useMemo } from 'react'
import { useSearch, writeSearch } from '@/components/ui/address'
import { type AddressFields, type ReadFields, readAddress } from '@/domain/address-fields'
import { type ListFilters, type ListName, listFields } from '@/domain/lists'

type Changes = Record<string, string | null>

/** How a list of a workplace is narrowed down and ordered. */
export function useFilters<List extends ListName>(
  list: List,
): [ListFilters<List>, (changes: Changes) => void] {
  return useAddress<(typeof listFields)[List]>(listFields[list])
}

/**
 * What the address says of these fields. It keeps them beside whatever else stands there: reload and Back show the same
 * again.
 */
export function useAddress<const Fields extends AddressFields>(
  fields: Fields,
): [ReadFields<Fields>, (changes: Changes) => void] {
  const params = useSearch()
  const filters = useMemo(() => readAddress(fields, Object.fromEntries(params)), [fields, params])
  const change = (changes: Changes) => {
    const next = new URLSearchParams(window.location.search)
    for (const [key, value] of Object.entries(changes))
      if (value) next.set(key, value)
      else next.delete(key)
    writeSearch(next, 'same')
  }
  return [filters, change]
}
