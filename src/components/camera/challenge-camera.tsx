'use client'
import { Volume2, VolumeX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CameraChooser } from './camera-chooser'
import { CameraCover } from './camera-problem'
import { CameraStage } from './camera-stage'
import { ChallengeArrow } from './challenge-arrow'
import { ChallengeImpossible } from './challenge-impossible'
import { useChallengeWords } from './challenge-words'
import { takeMore } from './more-pictures'
import { SilentHint, TapToStart } from './tap-to-start'
import { useCamera } from './use-camera'
import { type ChallengeAnswer, type StartedChallenge, useChallenge } from './use-challenge'
import { useVoice } from './use-voice'

export interface ChallengeCameraProps {
  /** What the camera is for, as its accessible name: "Camera for clocking in". */
  label: string
  /** Asks the server for a challenge. */
  start(): Promise<StartedChallenge>
  /**
   * Gets the frames of a challenge that was done, and must not reject. The picture stands still until it is settled.
   * Where it gives 'more', `onMore` gets three plain pictures at once.
   */
  onAnswer(answer: ChallengeAnswer): Promise<unknown>
  onMore?(pictures: Blob[]): Promise<unknown>
  /** No challenge could be had, or no picture made. */
  onFailure(error: unknown): void
  /** The camera stays open, but the picture stands still; afterwards it begins anew. */
  paused?: boolean
  /** The way on for people who cannot turn their head, or have no camera: a button or a link. */
  instead?: ReactNode
}

const MORE_PICTURES = 3

/** A camera that leads a person through the movements the server asks for, and gives the frames that show them. */
export function ChallengeCamera(props: ChallengeCameraProps) {
  const { label, start, onAnswer, onMore, onFailure, paused = false, instead } = props
  const t = useTranslations('camera')
  const camera = useCamera()
  const { video, live, failure, silent } = camera
  const [sending, setSending] = useState(false)
  const [taking, setTaking] = useState(false)
  const { guided, state, steps, again } = useChallenge({
    video,
    on: live && !paused && !sending,
    start,
    onAnswer: (answer) => {
      setSending(true)
      void answered(answer)
        .catch(onFailure)
        .finally(() => {
          setTaking(false)
          setSending(false)
        })
    },
    onFailure,
  })

  async function answered(answer: ChallengeAnswer) {
    if ((await onAnswer(answer)) !== 'more' || !onMore) return
    setTaking(true)
    const pictures = await takeMore(video, MORE_PICTURES)
    if (pictures) await onMore(pictures)
  }

  const still = sending || paused
  useEffect(() => {
    if (still) video.current?.pause()
    // Refused only where a stream has just been taken away, and then there is nothing to play.
    else video.current?.play().catch(() => {})
  }, [still, video])

  const { phase, step } = state
  const looking = live && guided === true && !still
  const { words, hint } = useChallengeWords({ live, sending, taking, paused, looking, again, ...state })
  const voice = useVoice(looking ? words : '')

  if (failure || guided === false) {
    return (
      <section aria-label={label} className="flex flex-col gap-4">
        {failure && <CameraCover reason={failure} onRetry={camera.retry} />}
        {failure && (
          <div className="flex justify-center empty:hidden">
            <CameraChooser camera={camera} />
          </div>
        )}
        <ChallengeImpossible camera={failure === null} instead={instead} />
      </section>
    )
  }
  return (
    <section aria-label={label} className="flex flex-col gap-4">
      <CameraStage
        video={video}
        live={live}
        words={silent ? '' : words}
        progress={sending ? 1 : looking ? state.progress : 0}
        good={sending || (looking && (phase === 'step' ? state.progress >= 1 : state.words === 'perfect'))}
        working={sending || !(live || silent)}
        taken={0}
      >
        {silent && <TapToStart onStart={camera.start} />}
        {looking && <ChallengeArrow words={state.words} wrongWay={state.hint === 'wrong_way'} />}
      </CameraStage>
      <div className="mx-auto flex w-full max-w-form flex-col items-center gap-3">
        <StepDots
          steps={looking ? steps : 0}
          done={phase === 'neutral' ? 0 : phase === 'step' ? step : steps}
        />
        {silent ? (
          <SilentHint several={camera.choices.length > 1} />
        ) : (
          <p aria-live="polite" className="min-h-11 text-center text-muted text-sm">
            {hint}
          </p>
        )}
        {voice.possible && (
          <Button variant="ghost" size="sm" aria-pressed={voice.on} onClick={voice.toggle}>
            {voice.on ? <Volume2 aria-hidden="true" /> : <VolumeX aria-hidden="true" />}
            {t('challenge.sayAloud')}
          </Button>
        )}
        <CameraChooser camera={camera} />
        {instead && (
          <div className="grid justify-items-center gap-1 text-center text-muted text-sm">
            <p>{t('challenge.cannotTurn')}</p>
            {instead}
          </div>
        )}
      </div>
    </section>
  )
}

/** How many movements there are, and how many are done. */
function StepDots({ steps, done }: { steps: number; done: number }) {
  const t = useTranslations('camera')
  return (
    <div
      className="flex h-2.5 gap-2"
      role="img"
      aria-label={steps ? t('challenge.done', { done, steps }) : ''}
    >
      {Array.from({ length: steps }, (_, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is nothing but its place
          key={i}
          className={i < done ? 'size-2.5 rounded-full bg-positive' : 'size-2.5 rounded-full bg-line-strong'}
        />
      ))}
    </div>
  )
}
