'use client'

import { useEffect, useRef, useState } from 'react'
import { SearchField } from '@/components/ui/search-field'

// Safari lets an address change a hundred times in half a minute.
const PAUSE_MS = 250

interface ListSearchProps {
  label: string
  /** What the address says. */
  searched: string | undefined
  onSearch: (search: string) => void
}

/** What is typed searches once typing pauses. */
export function ListSearch({ label, searched = '', onSearch }: ListSearchProps) {
  const [typed, setTyped] = useState(searched)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => onSearch(text.trim().slice(0, 80)), PAUSE_MS)
  }
  return <SearchField label={label} value={typed} onChange={type} />
}
