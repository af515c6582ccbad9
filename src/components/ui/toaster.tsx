'use client'

import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react'
import { areToastsWanted, onToastsWanted, wantToasts } from './toast'

const never = () => false

/** Stands once in the root layout. Anywhere else: `import { toast } from '@/components/ui/toast'`. */
export function Toaster() {
  const wanted = useSyncExternalStore(onToastsWanted, areToastsWanted, never)
  const [Shown, setShown] = useState<ComponentType | null>(null)
  useEffect(() => {
    addEventListener('pointerdown', wantToasts, { once: true, passive: true })
    addEventListener('keydown', wantToasts, { once: true, passive: true })
    return () => {
      removeEventListener('pointerdown', wantToasts)
      removeEventListener('keydown', wantToasts)
    }
  }, [])
  useEffect(() => {
    if (wanted) return fetchShown((found) => setShown(() => found))
  }, [wanted])
  return Shown && <Shown />
}

const RETRY_MS = 3_000

/** Asks again while there is no network; answers with how to give up. */
function fetchShown(found: (shown: ComponentType) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false
  const ask = () =>
    import('./shown-toasts').then(
      ({ ShownToasts }) => over || found(ShownToasts),
      () => {
        if (!over) timer = setTimeout(ask, RETRY_MS)
      },
    )
  void ask()
  return () => {
    over = true
    clearTimeout(timer)
  }
}
