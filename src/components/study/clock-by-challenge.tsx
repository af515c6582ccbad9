'use client'

import { type ReactNode, useState } from 'react'
import { ChallengeCamera } from '@/components/camera/challenge-camera'
import type { ChallengeAnswer } from '@/components/camera/use-challenge'
import { ClockRefusal } from './clock-refusal'
import { ClockResult } from './clock-result'
import type { Direction } from './presence'
import { type ClockAnswer, useClock } from './use-clock'
import { useClockChallenge } from './use-clock-challenge'
import type { TodaySession } from './use-today'

interface ClockByChallengeProps {
  direction: Direction
  session: TodaySession
  onDone: () => void
  /** The way on without a face. */
  instead?: ReactNode
}

/** Two movements before the camera, one answer: done, or why not and the next try. */
export function ClockByChallenge({ direction, session, onDone, instead }: ClockByChallengeProps) {
  const clock = useClock(session.id, direction)
  const start = useClockChallenge(session.id, direction)
  const [answer, setAnswer] = useState<ClockAnswer>()
  const [refusal, setRefusal] = useState<{ error: unknown }>()

  async function send({ frames, ...challenge }: ChallengeAnswer) {
    try {
      setAnswer(await clock(frames, challenge))
    } catch (error) {
      setRefusal({ error })
    }
  }

  if (answer) return <ClockResult answer={answer} schoolClass={session.schoolClass} onDone={onDone} />
  const covered = refusal !== undefined
  return (
    <div className="relative">
      <div inert={covered} className="mx-auto grid max-w-[calc(60dvh*3/4)] gap-2 sm:max-w-[calc(50dvh*4/3)]">
        <ChallengeCamera
          label={direction === 'in' ? 'Camera for clocking in' : 'Camera for clocking out'}
          start={start}
          onAnswer={send}
          onFailure={(error) => setRefusal({ error })}
          paused={covered}
          instead={instead}
        />
      </div>
      {refusal && (
        <div className="absolute -inset-px z-10 grid animate-appear place-items-center overflow-y-auto bg-raised">
          <ClockRefusal
            error={refusal.error}
            onAgain={() => setRefusal(undefined)}
            onClose={onDone}
            instead={instead}
          />
        </div>
      )}
    </div>
  )
}
