'use client'

import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react'
import { fetchPart } from './fetch-part'
import { areToastsWanted, onToastsWanted, wantToasts } from './toast'

const never = () => false
const shown = () => import('./shown-toasts').then(({ ShownToasts }) => ShownToasts)

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
    if (wanted) return fetchPart(shown, (found) => setShown(() => found))
  }, [wanted])
  return Shown && <Shown />
}
