'use client'

import { useCallback, useSyncExternalStore } from 'react'

/** The browser tells the other tabs of a change, but not the one that made it. */
const here = new EventTarget()

export function subscribeHere(changed: () => void) {
  window.addEventListener('storage', changed)
  here.addEventListener('change', changed)
  return () => {
    window.removeEventListener('storage', changed)
    here.removeEventListener('change', changed)
  }
}

/** Keeps a text on this device, for every tab of the browser; null takes it away. */
export function keepHere(key: string, value: string | null): void {
  if (value === null) window.localStorage.removeItem(key)
  else window.localStorage.setItem(key, value)
  tellHere()
}

/** Has everybody who reads what is kept here read it anew. */
export function tellHere(): void {
  here.dispatchEvent(new Event('change'))
}

/** What is kept on this device under a key, in every tab the same; null where that is nothing. */
export function useKeptHere(key: string): [string | null, (value: string | null) => void] {
  const kept = useSyncExternalStore(
    subscribeHere,
    () => window.localStorage.getItem(key),
    () => null,
  )
  return [kept, useCallback((value) => keepHere(key, value), [key])]
}
