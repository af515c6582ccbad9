'use client'

import { useEffect } from 'react'

const AFTER_MS = 5_000

/** For a page that must work without a network too: parts that it opens later come once everything else has. */
export function useAtHand(parts: ReadonlyArray<() => Promise<unknown>>): void {
  useEffect(() => {
    const fetchAll = () => parts.forEach((part) => void part().catch(() => undefined))
    const timer = setTimeout(fetchAll, AFTER_MS)
    return () => clearTimeout(timer)
  }, [parts])
}
