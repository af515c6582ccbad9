'use client'

import { useSearchParams } from 'next/navigation'
import { useRef } from 'react'

/** A photo that is looked at, and the face of it where one was tapped. */
export interface Look {
  photo: number
  faceId: string | null
}

interface Lookable {
  faces: readonly { id: string; photo: number }[]
}

/** What is looked at. The address keeps it, so that Back closes it, and a page read anew shows it again. */
export function useLook({ faces }: Lookable) {
  const asked = useSearchParams().get('look')
  const opened = useRef(false)
  const face = faces.find(({ id }) => id === asked)
  const photo = face?.photo ?? Number(asked)
  const look: Look | null =
    asked && faces.some((one) => one.photo === photo) ? { photo, faceId: face?.id ?? null } : null

  function show(what: string | number) {
    const address = `?look=${what}`
    if (look) return window.history.replaceState(null, '', address)
    opened.current = true
    window.history.pushState(null, '', address)
  }

  function end() {
    if (opened.current) window.history.back()
    else window.history.replaceState(null, '', window.location.pathname)
    opened.current = false
  }

  return { look, show, end }
}
