'use client'

import { useEffect } from 'react'

type Parts = ReadonlyArray<() => Promise<unknown>>

const AFTER_MS = 3_000

/** What cannot be had now is asked for again when it is shown. */
export const fetchParts = (parts: Parts) => parts.forEach((part) => void part().catch(() => undefined))

/**
 * For a page that must work without a network too: parts that it opens later come once everything else has, and those that
 * could not be had then, once there is a network again.
 */
export function useAtHand(parts: Parts): void {
  useEffect(() => {
    const fetchAll = () => fetchParts(parts)
    const timer = setTimeout(fetchAll, AFTER_MS)
    addEventListener('online', fetchAll)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', fetchAll)
    }
  }, [parts])
}
