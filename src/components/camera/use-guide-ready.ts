'use client'
import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'
import { releaseGuide, takeGuide } from './shared-guide'

/** Whether this browser can look at faces; null until it is known. Holds the guide as long as it is on the page. */
export function useGuideReady(): [boolean | null, Dispatch<SetStateAction<boolean | null>>] {
  const [guided, setGuided] = useState<boolean | null>(null)
  useEffect(() => {
    const guide = takeGuide()
    let closed = false
    void guide.ready.then((ready) => {
      if (!closed) setGuided(ready)
    })
    return () => {
      closed = true
      releaseGuide()
    }
  }, [])
  return [guided, setGuided]
}
