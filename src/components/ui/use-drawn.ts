'use client'

import { startTransition, useEffect, useState } from 'react'

/** About what a usual screen shows. */
const FIRST = 24
const PIECE = 48

/**
 * How many of a long list are drawn: the first screen of them at once, so that it answers soon, and the rest in pieces
 * right after that, none of which keeps a click waiting.
 */
export function useDrawn(length: number): number {
  const [drawn, draw] = useState(FIRST)
  useEffect(() => {
    if (drawn < length) startTransition(() => draw(drawn + PIECE))
  }, [drawn, length])
  return Math.min(drawn, length)
}
