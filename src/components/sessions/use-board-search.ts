'use client'

import { useDeferredValue } from 'react'
import { useAddress } from '@/components/lists/use-filters'
import { useTypedSearch } from '@/components/lists/use-typed-search'
import { type BoardOrder, boardAddress } from './board-address'

/** Whose name is looked for and in which order, as the address says: the field shows a letter at once, the address follows. */
export function useBoardSearch() {
  const [{ search = '', order }, change] = useAddress(boardAddress)
  const [typed, type] = useTypedSearch(search, (next) => change({ search: next || null }))
  const setOrder = (next: BoardOrder) => change({ order: next === 'missing' ? null : next })
  // The field shows a letter at once, the tiles follow as soon as they are drawn.
  return { typed, type, sought: useDeferredValue(typed), order, setOrder }
}
