'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

const FRESH_MS = 8_000

/** The students whose record changed within the last seconds, and how to add some; who came together fades together. */
export function useFresh(): [ReadonlySet<string>, (studentIds: ReadonlySet<string>) => void] {
  const [fresh, setFresh] = useState<ReadonlyMap<string, symbol>>(new Map())
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())

  useEffect(() => {
    const running = timers.current
    return () => {
      for (const timer of running) clearTimeout(timer)
    }
  }, [])

  const mark = useCallback((studentIds: ReadonlySet<string>) => {
    if (studentIds.size === 0) return
    const together = Symbol('fresh')
    setFresh((before) => new Map([...before, ...[...studentIds].map((id) => [id, together] as const)]))
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      setFresh((before) => new Map([...before].filter(([, since]) => since !== together)))
    }, FRESH_MS)
    timers.current.add(timer)
  }, [])

  return [useMemo(() => new Set(fresh.keys()), [fresh]), mark]
}
