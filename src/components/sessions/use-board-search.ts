'use client'

import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useAddress } from '@/components/lists/use-filters'
import { type BoardOrder, boardAddress } from './board-address'

// Safari lets an address change a hundred times in half a minute.
const PAUSE_MS = 250

/** Whose name is looked for and in which order, as the address says: the field shows a letter at once, the address follows. */
export function useBoardSearch() {
  const [{ search = '', order }, change] = useAddress(boardAddress)
  const [typed, setTyped] = useState(search)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => change({ search: text.trim().slice(0, 80) || null }), PAUSE_MS)
  }
  const setOrder = (next: BoardOrder) => change({ order: next === 'missing' ? null : next })
  // The field shows a letter at once, the tiles follow as soon as they are drawn.
  return { typed, type, sought: useDeferredValue(typed), order, setOrder }
}
