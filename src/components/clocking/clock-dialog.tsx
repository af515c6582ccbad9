'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { ClockByChallenge } from './clock-by-challenge'
import { ClockByCode } from './clock-by-code'
import { ClockByFace } from './clock-by-face'
import { ClockBySample } from './clock-by-sample'
import type { Direction } from './presence'
import type { TodaySession } from './use-today'

export type ClockMeans = 'face' | 'code' | 'sample'

/** What is being done: which session, which way, and by what. */
export interface Clocking {
  session: TodaySession
  direction: Direction
  by: ClockMeans
}

interface ClockDialogProps {
  clocking: Clocking | null
  onClose: () => void
}

export function ClockDialog({ clocking, onClose }: ClockDialogProps) {
  if (!clocking) return null
  return <OpenClockDialog clocking={clocking} onClose={onClose} />
}

/** The camera over the page, let go of as soon as this closes or goes over to the code. */
function OpenClockDialog({ clocking, onClose }: { clocking: Clocking; onClose: () => void }) {
  const t = useTranslations('clocking')
  const { session, direction } = clocking
  const [by, setBy] = useState(clocking.by)
  const Live = session.schoolClass.liveness === 'CHALLENGE' ? ClockByChallenge : ClockByFace
  const Camera = by === 'sample' ? ClockBySample : Live
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t(`direction.${direction}`)}
      description={session.schoolClass.name}
      size={by === 'face' ? 'screen' : 'md'}
    >
      {by === 'code' ? (
        <ClockByCode direction={direction} session={session} onDone={onClose} />
      ) : (
        <Camera direction={direction} session={session} onDone={onClose} onCode={() => setBy('code')} />
      )}
    </Dialog>
  )
}
