'use client'

import { useRef } from 'react'

/** A window gives the focus back to what had it before: whoever works by keyboard goes on where they were. */
export function useReturnFocus() {
  const from = useRef<Element | null>(null)
  return {
    onOpenAutoFocus: () => {
      from.current = document.activeElement
    },
    onCloseAutoFocus: (event: Event) => {
      const to = from.current
      if (!(to instanceof HTMLElement) || !to.isConnected || to === document.body) return
      event.preventDefault()
      to.focus({ preventScroll: true })
    },
  }
}
