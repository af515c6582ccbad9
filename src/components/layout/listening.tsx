'use client'

import { useEffect } from 'react'

/** Notes on the page that it listens: that React has taken over what the server drew, and everything answers. */
export function Listening() {
  useEffect(() => {
    // The router around every page hears of a changed address only once its own effects have run, which come after these.
    const timer = setTimeout(() => {
      document.documentElement.dataset.listens = 'true'
    })
    return () => clearTimeout(timer)
  }, [])
  return null
}
