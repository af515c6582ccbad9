'use client'
import { useEffect, useState } from 'react'

/** True once `waiting` has lasted so many milliseconds without a break. */
export function usePatience(waiting: boolean, milliseconds: number): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(() => setOver(true), milliseconds)
    return () => {
      clearTimeout(timer)
      setOver(false)
    }
  }, [waiting, milliseconds])
  return over
}
