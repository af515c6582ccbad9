'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

export interface PageLink {
  url: string
  /** Where Clockface is, as people read it from a wall. */
  host: string
  hostname: string
  /** Whether only this very machine can open it. */
  onlyHere: boolean
}

/** The address of a page for others to open; null until the browser says under which name it found us. */
export function usePageLink(path: string): PageLink | null {
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => null,
  )
  if (!origin) return null
  const { host, hostname } = new URL(origin)
  return {
    url: `${origin}${path}`,
    host,
    hostname,
    onlyHere: hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]',
  }
}
