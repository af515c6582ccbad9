'use client'

import { useEffect } from 'react'

/** Keeps the tab's title up to date, so that a teacher reads it from another tab. */
export function useDocumentTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · Clockface`
  }, [title])
}
