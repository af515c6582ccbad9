'use client'

import { useEffect } from 'react'

const AFTER_MS = 3_000

/**
 * For a page that must work without a network too: parts that it opens later come once everything else has, and those that
 * could not be had then, once there is a network again.
 */
export function useAtHand(parts: ReadonlyArray<() => Promise<unknown>>): void {
  useEffect(() => {
    const fetchAll = () => parts.forEach((part) => void part().catch(() => undefined))
    const timer = setTimeout(fetchAll, AFTER_MS)
    addEventListener('online', fetchAll)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', fetchAll)
    }
  }, [parts])
}
