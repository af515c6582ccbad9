'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

export interface JoinLink {
  url: string
  /** As people read it from a wall: without the protocol and the code. */
  typed: string
  /** Whether only this very machine can open it. */
  onlyHere: boolean
}

/** The address that lets a student join; null until the browser says under which name it found us. */
export function useJoinLink(code: string): JoinLink | null {
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => null,
  )
  if (!origin) return null
  const { host, hostname } = new URL(origin)
  return {
    url: `${origin}/join/${code}`,
    typed: `${host}/join`,
    onlyHere: hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]',
  }
}
