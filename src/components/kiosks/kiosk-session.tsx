'use client'

import { Keyboard, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FaceCamera } from '@/components/camera/face-camera'
import { Button } from '@/components/ui/button'
import { KioskGreeting } from './kiosk-greeting'
import { KioskRefusal } from './kiosk-refusal'
import { NumberPad } from './number-pad'
import type { KioskState } from './use-kiosk-state'
import { useReturn } from './use-return'
import { type Stage, useStepUp } from './use-step-up'

const NUMBER_MS = 45_000

interface KioskSessionProps {
  state: KioskState
  identifies: boolean
  refresh: () => Promise<{ data: KioskState | undefined }>
  /** Back to where the person came from, once they are answered or have thought better of it. */
  onOver?: () => void
}

/** Somebody steps up: a look into the camera, their number where that is not enough, and an answer. */
export function KioskSession({ state, identifies, refresh, onOver }: KioskSessionProps) {
  const t = useTranslations('kiosks')
  const ui = useTranslations('ui')
  const flow = useStepUp({ identifies, refresh, onOver })
  const { stage } = flow
  if (stage.at === 'number') {
    return (
      <NumberPad onNumber={flow.takeNumber}>
        {(identifies || onOver) && (
          <>
            <Return onDone={flow.begin} />
            <Button variant="ghost" size="lg" onClick={flow.begin}>
              <Undo2 aria-hidden="true" />
              {ui('back')}
            </Button>
          </>
        )}
      </NumberPad>
    )
  }
  return (
    <div className="relative">
      {/* Kept on the page under the answer, so that the camera need not start again for the next person. */}
      <div inert={stage.at !== 'camera'} className="grid gap-3">
        <FaceCamera
          label={t('camera.label')}
          frames={3}
          autoCapture
          onCapture={flow.send}
          paused={stage.at !== 'camera'}
          instead={<p className="text-center text-lg text-muted">{t('camera.useCode')}</p>}
        />
        <CameraFoot stage={stage} flow={flow} identifies={identifies} />
      </div>
      {stage.at !== 'camera' && (
        <div className="absolute inset-0 z-10 animate-appear bg-page">
          {stage.at === 'greeting' ? (
            <KioskGreeting
              key={`${stage.answer.kind} ${stage.answer.ticket}`}
              answer={stage.answer}
              state={state}
              onAnswer={flow.greet}
              onRefusal={flow.refuse}
              onDone={flow.begin}
            />
          ) : (
            <KioskRefusal
              error={stage.error}
              speaks={state.speaks}
              typed={!identifies}
              onNumber={flow.askNumber}
              onDone={flow.begin}
            />
          )}
        </div>
      )}
    </div>
  )
}

interface CameraFootProps {
  stage: Stage
  flow: ReturnType<typeof useStepUp>
  identifies: boolean
}

/** Whose number is looked for, or the way to give one. */
function CameraFoot({ stage, flow, identifies }: CameraFootProps) {
  const t = useTranslations('kiosks')
  if (stage.at === 'camera' && stage.number !== null) {
    return (
      <div className="flex flex-wrap items-center justify-center gap-3">
        <Return onDone={flow.begin} />
        <p className="text-lg">
          {t.rich('number.given', {
            number: String(stage.number),
            b: (words) => <strong className="tabular-nums">{words}</strong>,
          })}
        </p>
        <Button variant="secondary" onClick={flow.askNumber}>
          <Undo2 aria-hidden="true" />
          {t('number.another')}
        </Button>
      </div>
    )
  }
  return (
    identifies && (
      <Button
        variant="ghost"
        size="lg"
        className={stage.at === 'camera' ? 'justify-self-center' : 'invisible'}
        onClick={flow.askNumber}
      >
        <Keyboard aria-hidden="true" />
        {t('number.type')}
      </Button>
    )
  )
}

/** Whoever began and walked away leaves the kiosk to the next person. */
function Return({ onDone }: { onDone: () => void }) {
  useReturn(NUMBER_MS, onDone)
  return null
}
