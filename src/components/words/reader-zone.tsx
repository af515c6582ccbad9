'use client'

import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react'
import { zoneCookie } from '@/domain/time'

const YEAR = 365 * 24 * 60 * 60

const ReaderZone = createContext<string | null>(null)

const never = () => () => {}
const zoneOfBrowser = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

interface ReaderZoneProviderProps {
  /** Of the profile, or as the browser said with the request; null at somebody's very first page. */
  timeZone: string | null
  /** Whether it was chosen, so that the browser's clock does not count. */
  chosen: boolean
  children: ReactNode
}

/** Knows the reader's zone, and leaves the browser's with the server for the next page. */
export function ReaderZoneProvider({ timeZone, chosen, children }: ReaderZoneProviderProps) {
  const browser = useSyncExternalStore<string | null>(never, zoneOfBrowser, () => timeZone)
  useEffect(() => {
    const secure = window.location.protocol === 'https:' ? '; secure' : ''
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser.
    document.cookie = `${zoneCookie}=${encodeURIComponent(zoneOfBrowser())}; path=/; max-age=${YEAR}; samesite=lax${secure}`
  }, [])
  return <ReaderZone value={chosen ? timeZone : browser}>{children}</ReaderZone>
}

/** The zone of the reader's own clock; null until it is known. */
export function useReaderZone(): string | null {
  return useContext(ReaderZone)
}
