'use client'

import { type PageLink, usePageLink } from '../places/use-page-link'

/** The address that lets a student join; null until the browser says under which name it found us. */
export function useJoinLink(code: string): PageLink | null {
  return usePageLink(`/join/${code}`)
}
