'use client'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ShownLink } from './shown-link'
import { usePageLink } from './use-page-link'

interface LinkDialogProps {
  path: string
  title: string
  /** For whom it is, and what it does. */
  hint: string
  copy: string
  /** What the code is called, where others open the link with a phone. */
  qr?: string
  /** What to do where the address leads nowhere but here. */
  onlyHere: string
  done: string
  onClose: () => void
}

/** A link to hand to somebody. It is shown here and never again. */
export function LinkDialog({ path, title, hint, copy, qr, onlyHere, done, onClose }: LinkDialogProps) {
  const page = usePageLink(path)
  if (!page) return null
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={hint}
      footer={<Button onClick={onClose}>{done}</Button>}
    >
      <div className="flex flex-col items-center gap-4">
        <ShownLink page={page} copy={copy} {...(qr && { qr })}>
          {onlyHere}
        </ShownLink>
      </div>
    </Dialog>
  )
}
