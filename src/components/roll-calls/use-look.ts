'use client'

import { useRef } from 'react'
import { useSearch, writeSearch } from '@/components/ui/address'

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
  const asked = useSearch().get('look')
  const opened = useRef(false)
  const face = faces.find(({ id }) => id === asked)
  const photo = face?.photo ?? Number(asked)
  const look: Look | null =
    asked && faces.some((one) => one.photo === photo) ? { photo, faceId: face?.id ?? null } : null

  function show(what: string | number) {
    const params = new URLSearchParams({ look: String(what) })
    if (look) return writeSearch(params, 'same')
    opened.current = true
    writeSearch(params, 'step')
  }

  function end() {
    if (opened.current) window.history.back()
    else writeSearch(new URLSearchParams(), 'same')
    opened.current = false
  }

  return { look, show, end }
}
