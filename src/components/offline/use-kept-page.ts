'use client'

import { useAtHand } from '@/components/ui/at-hand'

/** Where a browser does not allow it, its own page is shown instead. */
async function keepPage(): Promise<void> {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
  const named = new URLSearchParams({
    build: process.env.CLOCKFACE_BUILD ?? '',
    language: document.documentElement.lang,
  })
  await navigator.serviceWorker.register(`/offline.js?${named}`)
}

const page = [keepPage]

/** Lets the browser keep the page for being offline, once the open page has all that it needs. */
export const useKeptPage = (): void => useAtHand(page)
