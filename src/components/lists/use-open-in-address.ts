'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useRef } from 'react'

function addressWith(key: string, value: string | null): string {
  const params = new URLSearchParams(window.location.search)
  if (value) params.set(key, value)
  else params.delete(key)
  const query = params.toString()
  return query ? `${window.location.pathname}?${query}` : window.location.pathname
}

/**
 * What is open over the page, as its address says: a reload shows it again, and Back closes it. Closing it otherwise goes
 * back too, so that no step stays behind.
 */
export function useOpenInAddress(key: string): [string | null, (value: string) => void, () => void] {
  const value = useSearchParams().get(key)
  const stepped = useRef(false)
  const open = useCallback(
    (next: string) => {
      stepped.current = true
      window.history.pushState(null, '', addressWith(key, next))
    },
    [key],
  )
  const close = useCallback(() => {
    // Back may have closed it meanwhile.
    if (!new URLSearchParams(window.location.search).has(key)) return
    if (stepped.current) window.history.back()
    else window.history.replaceState(null, '', addressWith(key, null))
    stepped.current = false
  }, [key])
  return [value, open, close]
}
