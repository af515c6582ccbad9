'use client'

import { type ReactNode, useState } from 'react'
import { PictureTaker } from '@/components/enrolment/picture-taker'
import { ClockRefusal } from './clock-refusal'
import { ClockResult } from './clock-result'
import type { Direction } from './presence'
import { type ClockAnswer, useClock } from './use-clock'
import type { TodaySession } from './use-today'

interface ClockByFaceProps {
  direction: Direction
  session: TodaySession
  onDone: () => void
  /** The way on without a face. */
  instead?: ReactNode
}

const BURST = 3

/** Three pictures, one answer: done, or why not and the next try. */
export function ClockByFace({ direction, session, onDone, instead }: ClockByFaceProps) {
  const clock = useClock(session.id, direction)
  const [answer, setAnswer] = useState<ClockAnswer>()
  const [refusal, setRefusal] = useState<{ error: unknown }>()

  async function send(pictures: Blob[]) {
    try {
      setAnswer(await clock(pictures))
    } catch (error) {
      setRefusal({ error })
    }
  }

  if (answer) return <ClockResult answer={answer} schoolClass={session.schoolClass} onDone={onDone} />
  return (
    <PictureTaker
      label={direction === 'in' ? 'Camera for clocking in' : 'Camera for clocking out'}
      frames={BURST}
      uploads={BURST}
      onCapture={send}
      onUpload={send}
      cover={
        refusal ? (
          <ClockRefusal
            error={refusal.error}
            onAgain={() => setRefusal(undefined)}
            onClose={onDone}
            instead={instead}
          />
        ) : null
      }
    />
  )
}
