'use client'

import { type FocusEvent, lazy, type PointerEvent, type ReactNode, Suspense, useRef, useState } from 'react'

/** Loaded with the first that is shown. */
const loaded = () => import('./tooltip-bubble')
const TooltipBubble = lazy(() => loaded().then(({ TooltipBubble }) => ({ default: TooltipBubble })))

const DELAY_MS = 400

/**
 * Shows to whoever sees what an element is called: `about` are the properties of that element, `bubble` stands beside it.
 * It repeats the element's name; never put the only copy of something in it.
 */
export function useTooltip(text: string) {
  const [around, setAround] = useState<DOMRect | null>(null)
  const waiting = useRef<number>(undefined)

  function end() {
    window.clearTimeout(waiting.current)
    waiting.current = undefined
    setAround(null)
  }
  function show(element: Element) {
    end()
    // Whoever went on while it was loaded is shown nothing any more.
    const look = () =>
      waiting.current === timer && element.isConnected && setAround(element.getBoundingClientRect())
    const timer = window.setTimeout(() => loaded().then(look, end), DELAY_MS)
    waiting.current = timer
  }
  const about = {
    onPointerEnter: ({ pointerType, currentTarget }: PointerEvent) =>
      pointerType !== 'touch' && show(currentTarget),
    onPointerLeave: end,
    onPointerDown: end,
    onFocus: ({ currentTarget }: FocusEvent) =>
      currentTarget.matches(':focus-visible') && show(currentTarget),
    onBlur: end,
  }
  const bubble: ReactNode = around && (
    <Suspense>
      <TooltipBubble {...{ text, around }} onEnd={end} />
    </Suspense>
  )
  return { about, bubble }
}
