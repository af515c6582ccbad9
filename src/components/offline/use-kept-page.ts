'use client'

import { useEffect } from 'react'

/** Lets the browser keep the page for being offline, once everything that the open page needs has come. */
export function useKeptPage(): void {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
    const keep = () => {
      const named = new URLSearchParams({
        build: process.env.CLOCKFACE_BUILD ?? '',
        language: document.documentElement.lang,
      })
      // Where a browser does not allow it, its own page is shown instead.
      navigator.serviceWorker.register(`/offline.js?${named}`).catch(() => undefined)
    }
    if (document.readyState === 'complete') return keep()
    window.addEventListener('load', keep, { once: true })
    return () => window.removeEventListener('load', keep)
  }, [])
}
