'use client'

import { useCallback, useEffect, useRef } from 'react'

/** When sixty people clock in within three seconds, a page is drawn anew a few times a second and not sixty times over. */
const BATCH_MS = 100

/** Hands on together, in order, what comes within a moment; nothing is lost and nothing waits longer. */
export function useBatched<T>(act: (batch: readonly T[]) => void): (one: T) => void {
  const waiting = useRef<T[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  return useCallback((one: T) => {
    waiting.current.push(one)
    timer.current ??= setTimeout(() => {
      const batch = waiting.current
      waiting.current = []
      timer.current = undefined
      latest.current(batch)
    }, BATCH_MS)
  }, [])
}
