'use client'

import { useEffect, useRef } from 'react'

/** Goes back after so long, because whoever stood there may have walked away. */
export function useReturn(milliseconds: number, goBack: () => void): void {
  const back = useRef(goBack)
  useEffect(() => {
    back.current = goBack
  })
  useEffect(() => {
    const timer = setTimeout(() => back.current(), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
}
