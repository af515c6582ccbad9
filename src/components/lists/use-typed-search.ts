'use client'

import { useEffect, useRef, useState } from 'react'

// Safari lets an address change a hundred times in half a minute.
const PAUSE_MS = 250

/** What is typed into a search, letter by letter; it is searched once typing pauses. */
export function useTypedSearch(
  searched: string,
  onSearch: (search: string) => void,
): [string, (text: string) => void] {
  const [typed, setTyped] = useState(searched)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => onSearch(text.trim().slice(0, 80)), PAUSE_MS)
  }
  return [typed, type]
}
