'use client'

import { useLayoutEffect } from 'react'

/** Notes on the page that it listens: that React has taken over what the server drew, and everything answers. */
export function Listening() {
  useLayoutEffect(() => {
    document.documentElement.dataset.listens = 'true'
  }, [])
  return null
}
