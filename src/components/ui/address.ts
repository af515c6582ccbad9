'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useLayoutEffect, useMemo, useSyncExternalStore } from 'react'

/** What was written here last: the address it made, what the router took for it then, and by what it was written. */
interface Written {
  href: string
  search: string
  told: string
  by: History['pushState']
}

/** What the router last told whoever reads here. */
let lastTold = ''
let written: Written | null = null
const readers = new Set<() => void>()

const tell = () => {
  for (const reader of readers) reader()
}

function subscribe(reader: () => void): () => void {
  readers.add(reader)
  window.addEventListener('popstate', reader)
  return () => {
    readers.delete(reader)
    window.removeEventListener('popstate', reader)
  }
}

/** While the address is the one that was written here. */
const standing = () => (written?.href === window.location.href ? written : null)

const nothing = () => null

/**
 * Has the address say this after its question mark: as a step that Back takes back, or in the place of what it says now.
 */
export function writeSearch(params: URLSearchParams, as: 'step' | 'same'): void {
  const search = params.toString()
  const address = search ? `${window.location.pathname}?${search}` : window.location.pathname
  const by = window.history.pushState
  if (as === 'step') window.history.pushState(null, '', address)
  else window.history.replaceState(null, '', address)
  written = { href: window.location.href, search, told: lastTold, by }
  tell()
}

/**
 * What the address says after its question mark. The router alone is not enough: it hears of what is written into the
 * address only once its own effects have run, and a page listens to taps before that.
 */
export function useSearch(): URLSearchParams {
  const params = useSearchParams()
  const told = params.toString()
  const own = useSyncExternalStore(subscribe, standing, nothing)
  // Once the router tells something else it has heard of it, or is further on.
  const unheard = own?.told === told ? own : null
  useLayoutEffect(() => {
    lastTold = told
    if (written && written.told !== told) written = null
  }, [told])
  useEffect(() => {
    const missed = unheard && standing()
    if (!missed || missed.by === window.history.pushState) return
    // It listens since: told once more, or its next look at the address would put back what it knows.
    written = { ...missed, by: window.history.pushState }
    window.history.replaceState(null, '', missed.href)
  }, [unheard])
  return useMemo(() => (unheard ? new URLSearchParams(unheard.search) : params), [unheard, params])
}
