'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { ClockByChallenge } from './clock-by-challenge'
import { ClockByCode } from './clock-by-code'
import { ClockByFace } from './clock-by-face'
import { ClockBySample } from './clock-by-sample'
import type { ClockTarget } from './clock-target'
import type { Direction } from './presence'

export type ClockMeans = 'face' | 'code' | 'sample'

/** What is being done: what for, which way, and by what. */
export interface Clocking {
  target: ClockTarget
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
  const { target, direction } = clocking
  const [by, setBy] = useState(clocking.by)
  const Live = target.liveness === 'CHALLENGE' ? ClockByChallenge : ClockByFace
  const Camera = by === 'sample' ? ClockBySample : Live
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t(`direction.${direction}`)}
      description={target.name}
      size={by === 'face' ? 'screen' : 'md'}
    >
      {by === 'code' ? (
        <ClockByCode direction={direction} target={target} onDone={onClose} />
      ) : (
        <Camera direction={direction} target={target} onDone={onClose} onCode={() => setBy('code')} />
      )}
    </Dialog>
  )
}
