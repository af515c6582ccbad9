'use client'

import { useSyncExternalStore } from 'react'
import { keepHere, subscribeHere, tellHere } from '@/components/ui/kept-here'
import { dropMark, type KeptMark, keepMark, markRefused, markSent, withoutMarks } from '@/domain/kept-marks'

/** On this device, for one account: whoever else signs in here sees and sends none of them. */
const keyOf = (viewerId: string) => `clockface-kept-marks:${viewerId}`

const none: readonly KeptMark[] = []
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
  if (viewer !== null) keepHere(keyOf(viewer), kept.length === 0 ? null : JSON.stringify(kept))
}

/** Whose marks are kept from now on. */
export function keepFor(viewerId: string): void {
  if (viewer === viewerId) return
  viewer = viewerId
  tellHere()
}

export const keep = (marks: readonly KeptMark[]) => write(marks.reduce(keepMark, [...keptMarks()]))

export const drop = (marks: readonly Pick<KeptMark, 'id'>[]) =>
  write(marks.reduce(dropMark, [...keptMarks()]))
export const takeBack = (marks: readonly KeptMark[], replaced: readonly KeptMark[]) =>
  write(withoutMarks(keptMarks(), { marks, replaced }))
export const sent = (mark: KeptMark) => write(markSent(keptMarks(), mark))
export const refuse = (mark: KeptMark, why: string) => write(markRefused(keptMarks(), mark, why))

const LOCK = 'clockface-kept-marks'

/** Does it while no tab of the browser sends any. */
export const inTurn = (act: () => Promise<void>): Promise<void> => navigator.locks.request(LOCK, act)

/** Whether some tab sends any at this moment. */
export async function isSending(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query()
  return held.some(({ name }) => name === LOCK)
}

export const useKeptMarks = (): readonly KeptMark[] =>
  useSyncExternalStore(subscribeHere, keptMarks, () => none)
