import type { ExternalToast, toast as shownToast } from 'sonner'

type Kind = 'success' | 'error' | 'info'
type Shown = typeof shownToast
type Say = (show: Shown) => void

const listeners = new Set<() => void>()
let wanted = false
let shown: Shown | null = null
let waiting: Say[] = []

function say(one: Say) {
  if (shown) return one(shown)
  waiting.push(one)
  wantToasts()
}

const of =
  (kind: Kind) =>
  (text: string, options?: ExternalToast): void =>
    say((show) => show[kind](text, options))

/** A word in passing, which is never the only one about what must be done. */
export const toast = { success: of('success'), error: of('error'), info: of('info') }

/** What shows them is fetched with the first touch of a page, so that it is there before there is something to say. */
export function wantToasts(): void {
  wanted = true
  for (const listener of listeners) listener()
}

export const areToastsWanted = () => wanted

export function onToastsWanted(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What shows them is there: whatever was said until now is shown. */
export function showToastsBy(show: Shown): void {
  shown = show
  const due = waiting
  waiting = []
  for (const one of due) one(show)
}
