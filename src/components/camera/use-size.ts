'use client'
import { type RefObject, useEffect, useState } from 'react'

/** Width and height of an element in CSS pixels; null before it is on the page. */
export function useSize(element: RefObject<HTMLElement | null>): { width: number; height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  useEffect(() => {
    const target = element.current
    if (!target) return
    const observer = new ResizeObserver(() => {
      setSize({ width: target.clientWidth, height: target.clientHeight })
    })
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return size
}
