'use client'

import { startTransition, useEffect, useState } from 'react'

/** More than a usual screen shows. */
const PIECE = 32

/**
 * How many of a long list are drawn: the first screen of them at once, so that it answers soon, and the rest in pieces
 * right after that, none of which keeps a click waiting.
 */
export function useDrawn(length: number): number {
  const [drawn, draw] = useState(PIECE)
  useEffect(() => {
    if (drawn < length) startTransition(() => draw(drawn + PIECE))
  }, [drawn, length])
  return Math.min(drawn, length)
}
