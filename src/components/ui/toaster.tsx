'use client'

import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react'
import { ConfirmDialog } from './confirm-dialog'
import { Dialog } from './dialog'
import { fetchPart } from './fetch-part'
import { Sheet } from './sheet'
import { areToastsWanted, onToastsWanted, wantToasts } from './toast'
import { whenTouched } from './when-touched'

const never = () => false
const shown = () => import('./shown-toasts').then(({ ShownToasts }) => ShownToasts)

/** What a press may open or say comes with the first one, side by side with what it is about. */
whenTouched(() => {
  wantToasts()
  for (const { load } of [Dialog, ConfirmDialog, Sheet]) load().catch(() => undefined)
})

/** Stands once in the root layout. Anywhere else: `import { toast } from '@/components/ui/toast'`. */
export function Toaster() {
  const wanted = useSyncExternalStore(onToastsWanted, areToastsWanted, never)
  const [Shown, setShown] = useState<ComponentType | null>(null)
  useEffect(() => {
    if (wanted) return fetchPart(shown, (found) => setShown(() => found))
  }, [wanted])
  return Shown && <Shown />
}
