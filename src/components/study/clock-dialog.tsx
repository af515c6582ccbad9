'use client'

import { Dialog } from '@/components/ui/dialog'
import { ClockByChallenge } from './clock-by-challenge'
import { ClockByFace } from './clock-by-face'
import type { Direction } from './presence'
import type { TodaySession } from './use-today'

/** What is being done: which session, and which way. */
export interface Clocking {
  session: TodaySession
  direction: Direction
}

interface ClockDialogProps {
  clocking: Clocking | null
  onClose: () => void
}

/** The camera over the page; it is let go of as soon as this closes. */
export function ClockDialog({ clocking, onClose }: ClockDialogProps) {
  if (!clocking) return null
  const { session, direction } = clocking
  const Clock = session.schoolClass.liveness === 'CHALLENGE' ? ClockByChallenge : ClockByFace
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={direction === 'in' ? 'Clock in' : 'Clock out'}
      description={session.schoolClass.name}
      size="screen"
    >
      <Clock direction={direction} session={session} onDone={onClose} />
    </Dialog>
  )
}
