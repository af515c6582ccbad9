'use client'

import { useTranslations } from 'next-intl'
import { ChallengeCamera } from '@/components/camera/challenge-camera'
import { ClockRefusal } from './clock-refusal'
import { ClockResult } from './clock-result'
import { areaOf, type ClockTarget } from './clock-target'
import { CodeInstead } from './code-instead'
import type { Direction } from './presence'
import { useClockChallenge } from './use-clock-challenge'
import { useClockTry } from './use-clock-try'

interface ClockByChallengeProps {
  direction: Direction
  target: ClockTarget
  onDone: () => void
  /** The way on without a face. */
  onCode: () => void
}

/** Two movements before the camera, one answer: done, or why not and the next try. */
export function ClockByChallenge({ direction, target, onDone, onCode }: ClockByChallengeProps) {
  const t = useTranslations('clocking')
  const { send, answer, refusal, again, fail } = useClockTry(target, direction)
  const start = useClockChallenge(target, direction)

  if (answer) return <ClockResult answer={answer} place={target} onDone={onDone} />
  const covered = refusal !== undefined
  return (
    <div className="relative">
      <div inert={covered} className="mx-auto grid max-w-[calc(60dvh*3/4)] gap-2 sm:max-w-[calc(50dvh*4/3)]">
        <ChallengeCamera
          label={t(`camera.${direction}`)}
          start={start}
          onAnswer={({ frames, ...challenge }) => send(frames, challenge)}
          onMore={send}
          onFailure={(error) => fail({ error })}
          paused={covered}
          instead={<CodeInstead onClick={onCode} />}
        />
      </div>
      {refusal && (
        <div className="absolute -inset-px z-10 grid animate-appear place-items-center overflow-y-auto bg-raised">
          <ClockRefusal
            error={refusal.error}
            onAgain={again}
            onClose={onDone}
            onCode={onCode}
            area={areaOf(target)}
          />
        </div>
      )}
    </div>
  )
}
