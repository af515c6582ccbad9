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

interface ToastOptions extends Pick<ExternalToast, 'duration' | 'description'> {
  /** Words of the same place stand where the last ones stood. */
  id?: string
  /** Null takes away the one that stood there. */
  action?: { label: string; onClick: () => void } | null
}

/** How often the action of a place was taken. */
const taken = new Map<string, number>()

/**
 * A toast whose action is taken leaves, and would take along what is said in its place while it does: what an undo that
 * is answered quickly has to say. From then on the place is another one.
 */
function placed({ id, action, ...rest }: ToastOptions): ExternalToast {
  const take = () => {
    if (id) taken.set(id, (taken.get(id) ?? 0) + 1)
    action?.onClick()
  }
  return {
    ...rest,
    ...(id && { id: `${id} ${taken.get(id) ?? 0}` }),
    ...(action !== undefined && { action: action && { label: action.label, onClick: take } }),
  }
}

const of =
  (kind: Kind) =>
  (text: string, options: ToastOptions = {}): void =>
    say((show) => show[kind](text, placed(options)))

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
