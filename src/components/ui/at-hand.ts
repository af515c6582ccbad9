'use client'

import { useEffect } from 'react'
import { fetchPart } from './fetch-part'

const AFTER_MS = 3_000

/**
 * For a page that must work without a network too: parts that it opens later come once everything else has, and where there
 * is none just then, as soon as there is one.
 */
export function useAtHand(parts: ReadonlyArray<() => Promise<unknown>>): void {
  useEffect(() => {
    let stops: (() => void)[] = []
    const timer = setTimeout(() => {
      stops = parts.map((part) => fetchPart(part, () => undefined))
    }, AFTER_MS)
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [parts])
}
