'use client'

import { Hourglass, Keyboard } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { CameraChooser } from '@/components/camera/camera-chooser'
import { CameraCover } from '@/components/camera/camera-problem'
import { TapToStart } from '@/components/camera/tap-to-start'
import { useCamera } from '@/components/camera/use-camera'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useErrorText } from '@/components/words/error-words'
import { DoorView } from './door-view'
import { GreetingRow } from './greeting-row'
import { KioskSession } from './kiosk-session'
import { useGreetings } from './use-greetings'
import type { KioskState } from './use-kiosk-state'
import { useWalkThrough } from './use-walk-through'

interface WalkThroughProps {
  state: KioskState
  refresh: () => Promise<{ data: KioskState | undefined }>
}

/** People walk past and are greeted in a row; whoever is not known steps out of it and types their number. */
export function WalkThrough({ state, refresh }: WalkThroughProps) {
  const [typing, setTyping] = useState(false)
  if (typing)
    return <KioskSession state={state} identifies={false} refresh={refresh} onOver={() => setTyping(false)} />
  return <Passing state={state} refresh={refresh} onNumber={() => setTyping(true)} />
}

function Passing({ state, refresh, onNumber }: WalkThroughProps & { onNumber: () => void }) {
  const t = useTranslations('kiosks')
  const errorText = useErrorText()
  const camera = useCamera()
  const { video, live, failure, silent } = camera
  const { row, greet } = useGreetings(state)
  const { sight, problem } = useWalkThrough({
    video,
    on: live && !failure,
    onAnswer: ({ greetings }) => {
      greet(greetings)
      if (greetings.length > 0) void refresh()
    },
    onStale: () => void refresh(),
  })
  const unsure = sight?.people.some((person) => person.state === 'unsure') ?? false
  return (
    <section aria-label={t('camera.label')} className="grid gap-4">
      {failure ? (
        <CameraCover reason={failure} onRetry={camera.retry} />
      ) : (
        <DoorView video={video} live={live} sight={sight}>
          {silent && <TapToStart onStart={camera.start} />}
        </DoorView>
      )}
      <div className="grid min-h-40 content-start gap-3">
        {problem !== null ? (
          <Notice tone="caution" icon={<Hourglass />} className="text-lg!">
            <p role="alert">{errorText(problem)}</p>
          </Notice>
        ) : (
          row.length === 0 && !failure && <Hint unsure={unsure} />
        )}
        <GreetingRow row={row} />
      </div>
      <div className="flex flex-wrap items-center justify-center gap-3">
        <Button variant={unsure ? 'primary' : 'ghost'} size="lg" onClick={onNumber}>
          <Keyboard aria-hidden="true" />
          {t('number.type')}
        </Button>
        <CameraChooser camera={camera} />
      </div>
    </section>
  )
}

/** What to do; of somebody who is not known nothing worse is said than that. */
function Hint({ unsure }: { unsure: boolean }): ReactNode {
  const t = useTranslations('kiosks')
  return (
    <div role="status" className="grid gap-1 py-2 text-center">
      <p className="font-bold text-2xl">{unsure ? t('door.unsure') : t('door.look')}</p>
      <p className="text-balance text-lg text-muted">{unsure ? t('door.unsureText') : t('door.lookText')}</p>
    </div>
  )
}
