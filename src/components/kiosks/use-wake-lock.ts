'use client'

import { useEffect } from 'react'

/** Keeps the screen on while the page is shown, in browsers that can; a screen that turns off lets go by itself. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let closed = false
    const hold = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      try {
        const held = await navigator.wakeLock.request('screen')
        if (closed) await held.release()
        else lock = held
      } catch {
        // Refused to save power: the kiosk's own settings decide then.
      }
    }
    void hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      closed = true
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}
