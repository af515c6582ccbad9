'use client'

import { type RefObject, useEffect, useState } from 'react'
import { type WallLayout, wallLayout } from '@/domain/projector'

/** A page stays as long as it takes to read its names. */
const TURN_MS = 8_000

/** From this width on a screen is a wall; a phone is scrolled. */
const WALL = '(min-width: 64rem)'

/** How students of these names stand in the room that an element has; null where they are scrolled, or nothing is measured yet. */
export function useWall(room: RefObject<HTMLElement | null>, names: readonly string[]): WallLayout | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  useEffect(() => {
    const element = room.current
    if (!element) return
    const wall = window.matchMedia(WALL)
    const measure = () =>
      setSize(wall.matches ? { width: element.clientWidth, height: element.clientHeight } : null)
    const watched = new ResizeObserver(measure)
    watched.observe(element)
    wall.addEventListener('change', measure)
    return () => {
      watched.disconnect()
      wall.removeEventListener('change', measure)
    }
  }, [room])
  return size && wallLayout({ ...size, screen: window.innerHeight, names })
}

/** Turns pages by itself until somebody holds it or turns one by hand. */
export function usePages(pages: number) {
  const [at, setAt] = useState(0)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held || pages < 2) return
    const timer = setInterval(() => setAt((page) => page + 1), TURN_MS)
    return () => clearInterval(timer)
  }, [held, pages])
  const page = ((at % pages) + pages) % pages
  return {
    page,
    held,
    hold: setHeld,
    turn(by: 1 | -1) {
      setHeld(true)
      setAt(page + by)
    },
  }
}
