'use client'

import { useSyncExternalStore } from 'react'
import { dropMark, type KeptMark, keepMark, markRefused, markSent } from '@/domain/kept-marks'

/** On this device, for one account: whoever else signs in here sees and sends none of them. */
const keyOf = (viewerId: string) => `clockface-kept-marks:${viewerId}`

const none: readonly KeptMark[] = []
const listeners = new Set<() => void>()
let viewer: string | null = null
let read: { text: string | null; kept: readonly KeptMark[] } = { text: null, kept: none }

function parse(text: string | null): readonly KeptMark[] {
  if (!text) return none
  try {
    const kept: unknown = JSON.parse(text)
    return Array.isArray(kept) ? kept : none
  } catch {
    return none
  }
}

/** As it stands on the device, where another tab may have written it. */
export function keptMarks(): readonly KeptMark[] {
  if (viewer === null) return none
  const text = localStorage.getItem(keyOf(viewer))
  if (text !== read.text) read = { text, kept: parse(text) }
  return read.kept
}

function write(kept: readonly KeptMark[]): void {
  if (viewer === null) return
  if (kept.length === 0) localStorage.removeItem(keyOf(viewer))
  else localStorage.setItem(keyOf(viewer), JSON.stringify(kept))
  for (const listener of listeners) listener()
}

/** Whose marks are kept from now on. */
export function keepFor(viewerId: string): void {
  if (viewer === viewerId) return
  viewer = viewerId
  for (const listener of listeners) listener()
}

export const keep = (mark: KeptMark) => write(keepMark(keptMarks(), mark))

export const drop = (mark: Pick<KeptMark, 'id'>) => write(dropMark(keptMarks(), mark))
export const sent = (mark: KeptMark) => write(markSent(keptMarks(), mark))
export const refuse = (mark: KeptMark, why: string) => write(markRefused(keptMarks(), mark, why))

function subscribe(changed: () => void) {
  listeners.add(changed)
  window.addEventListener('storage', changed)
  return () => {
    listeners.delete(changed)
    window.removeEventListener('storage', changed)
  }
}

export const useKeptMarks = (): readonly KeptMark[] => useSyncExternalStore(subscribe, keptMarks, () => none)
