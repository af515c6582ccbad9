'use client'

import { useLayoutEffect } from 'react'
import { viewerHeader } from '@/domain/viewer'

let viewer: string | null = null

/** For a page that was made for somebody: what it asks and does is theirs, or refused where somebody else signed in since. */
export function useViewer(viewerId: string): void {
  useLayoutEffect(() => {
    viewer = viewerId
    return () => {
      viewer = null
    }
  }, [viewerId])
}

/** For everything that a page sends. */
export const ofViewer = (): Record<string, string> => (viewer === null ? {} : { [viewerHeader]: viewer })
