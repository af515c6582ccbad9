'use client'

import { useState } from 'react'

/** The chosen tab, which the address keeps: reload and Back show it again. */
export function useTab(first: string): [string, (tab: string) => void] {
  const [tab, setTab] = useState(first)
  function choose(wanted: string) {
    setTab(wanted)
    window.history.replaceState(null, '', `?tab=${wanted}`)
  }
  return [tab, choose]
}
