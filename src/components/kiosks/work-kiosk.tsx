'use client'

import { Keyboard, KeyRound, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FaceCamera } from '@/components/camera/face-camera'
import { Button } from '../ui/button'
import { KioskRefusal } from './kiosk-refusal'
import { NumberPad } from './number-pad'
import { PinPad } from './pin-pad'
import type { KioskState } from './use-kiosk-state'
import { useReturn } from './use-return'
import { useWorkKiosk } from './use-work-kiosk'
import { WorkCode } from './work-code'
import { WorkGreeting } from './work-greeting'

const TYPING_MS = 45_000

interface WorkKioskProps {
  state: KioskState
  work: NonNullable<KioskState['work']>
  refresh: () => Promise<unknown>
}

/** The kiosk of a workplace: a look into the camera, or number and PIN; the code for people's own devices below. */
export function WorkKiosk({ state, work, refresh }: WorkKioskProps) {
  const { face, identifies } = work
  const flow = useWorkKiosk({ face, identifies, refresh })
  const { stage } = flow
  const { timeZone } = state.schoolClass
  const covered = stage.at === 'greeting' || stage.at === 'refused'
  return (
    <div className="grid gap-5">
      <div className="relative">
        <div inert={covered}>
          <Steps flow={flow} face={face} />
        </div>
        {covered && (
          <div className="absolute -inset-x-2 -inset-y-1 z-10 grid min-h-120 animate-appear bg-page">
            {stage.at === 'greeting' ? (
              <WorkGreeting
                key={`${stage.answer.kind} ${stage.answer.ticket}`}
                answer={stage.answer}
                timeZone={timeZone}
                speaks={state.speaks}
                pending={flow.working}
                onSay={(what, wish) => flow.say(stage.answer.ticket, what, wish)}
                onDone={flow.begin}
              />
            ) : (
              <KioskRefusal
                error={stage.error}
                speaks={state.speaks}
                typed
                onNumber={() => flow.askNumber('pin')}
                onDone={flow.begin}
              />
            )}
          </div>
        )}
      </div>
      {!covered && <WorkCode code={work.code} />}
    </div>
  )
}

type Flow = ReturnType<typeof useWorkKiosk>

function Steps({ flow, face }: { flow: Flow; face: boolean }) {
  const t = useTranslations('kiosks')
  const ui = useTranslations('ui')
  const { stage } = flow
  const back = (
    <>
      <Return onDone={flow.begin} />
      <Button variant="ghost" size="lg" onClick={flow.begin}>
        <Undo2 aria-hidden="true" />
        {ui('back')}
      </Button>
    </>
  )
  if (stage.at === 'pin')
    return (
      <PinPad pending={flow.working} onPin={flow.takePin}>
        {back}
      </PinPad>
    )
  if (stage.at === 'number')
    return (
      <NumberPad key={stage.next} onNumber={flow.takeNumber}>
        {face && stage.next === 'camera' && (
          <Button variant="ghost" size="lg" onClick={() => flow.askNumber('pin')}>
            <KeyRound aria-hidden="true" />
            {t('work.withPin')}
          </Button>
        )}
        {face && stage.next === 'pin' && back}
      </NumberPad>
    )
  return (
    <div className="grid gap-3">
      <FaceCamera
        label={t('camera.label')}
        frames={3}
        autoCapture
        onCapture={flow.send}
        paused={stage.at !== 'camera'}
        instead={<p className="text-center text-lg text-muted">{t('work.instead')}</p>}
      />
      {stage.at === 'camera' && stage.number !== null && <Return onDone={flow.begin} />}
      <div className="flex flex-wrap justify-center gap-2">
        <Button variant="ghost" size="lg" onClick={() => flow.askNumber('camera')}>
          <Keyboard aria-hidden="true" />
          {t('number.type')}
        </Button>
        <Button variant="ghost" size="lg" onClick={() => flow.askNumber('pin')}>
          <KeyRound aria-hidden="true" />
          {t('work.withPin')}
        </Button>
      </div>
    </div>
  )
}

/** Whoever began and walked away leaves the kiosk to the next person. */
function Return({ onDone }: { onDone: () => void }) {
  useReturn(TYPING_MS, onDone)
  return null
}
