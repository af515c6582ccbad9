'use client'

import { useCallback, useSyncExternalStore } from 'react'

const keyOf = (sessionId: string) => `clockface-code-${sessionId}`
/** The browser tells the other tabs of a change, but not the one that made it. */
const here = new EventTarget()

function subscribe(changed: () => void) {
  window.addEventListener('storage', changed)
  here.addEventListener('change', changed)
  return () => {
    window.removeEventListener('storage', changed)
    here.removeEventListener('change', changed)
  }
}

/** Whether this browser shows the code of a session: the board on the desk and the projector's tab know it of each other. */
export function useCodeShown(sessionId: string): [boolean, (shown: boolean) => void] {
  const shown = useSyncExternalStore(
    subscribe,
    () => window.localStorage.getItem(keyOf(sessionId)) !== null,
    () => false,
  )
  const show = useCallback(
    (next: boolean) => {
      if (next) window.localStorage.setItem(keyOf(sessionId), '1')
      else window.localStorage.removeItem(keyOf(sessionId))
      here.dispatchEvent(new Event('change'))
    },
    [sessionId],
  )
  return [shown, show]
}
