'use client'

import { useCallback, useEffect, useRef } from 'react'

/** When a class of thirty joins at once, a page need not read itself anew thirty times. */
const GATHER_MS = 150

/** Does what it is given a moment later, once however often it is called until then. */
export function useGathered(act: () => unknown): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(act, GATHER_MS)
  }, [act])
}
