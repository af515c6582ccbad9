'use client'

import { useCallback, useRef } from 'react'
import { useSearch, writeSearch } from '@/components/ui/address'

function searchWith(key: string, value: string | null): URLSearchParams {
  const params = new URLSearchParams(window.location.search)
  if (value) params.set(key, value)
  else params.delete(key)
  return params
}

/**
 * What is open over the page, as its address says: a reload shows it again, and Back closes it. Closing it otherwise goes
 * back too, so that no step stays behind.
 */
export function useOpenInAddress(key: string): [string | null, (value: string) => void, () => void] {
  const value = useSearch().get(key)
  const stepped = useRef(false)
  const open = useCallback(
    (next: string) => {
      stepped.current = true
      writeSearch(searchWith(key, next), 'step')
    },
    [key],
  )
  const close = useCallback(() => {
    // Back may have closed it meanwhile.
    if (!new URLSearchParams(window.location.search).has(key)) return
    if (stepped.current) window.history.back()
    else writeSearch(searchWith(key, null), 'same')
    stepped.current = false
  }, [key])
  return [value, open, close]
}
