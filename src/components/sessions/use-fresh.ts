'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

const FRESH_MS = 8_000

/** The students whose record changed within the last seconds, and how to add one. */
export function useFresh(): [ReadonlySet<string>, (studentId: string) => void] {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())

  useEffect(() => {
    const running = timers.current
    return () => {
      for (const timer of running.values()) clearTimeout(timer)
    }
  }, [])

  const mark = useCallback((studentId: string) => {
    clearTimeout(timers.current.get(studentId))
    setFresh((before) => new Set(before).add(studentId))
    const fade = () => setFresh((before) => new Set([...before].filter((id) => id !== studentId)))
    timers.current.set(studentId, setTimeout(fade, FRESH_MS))
  }, [])

  return [fresh, mark]
}
