'use client'

import { Dialog } from '@/components/ui/dialog'
import { ClockByFace } from './clock-by-face'
import type { Direction } from './presence'
import type { TodaySession } from './use-today'

interface ClockDialogProps {
  open: boolean
  onClose: () => void
  direction: Direction
  session: TodaySession
}

/** The camera over the page; it is let go of as soon as this closes. */
export function ClockDialog({ open, onClose, direction, session }: ClockDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={direction === 'in' ? 'Clock in' : 'Clock out'}
      description={session.schoolClass.name}
      size="screen"
    >
      <ClockByFace direction={direction} session={session} onDone={onClose} />
    </Dialog>
  )
}
