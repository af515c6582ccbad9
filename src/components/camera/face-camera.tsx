'use client'
import { Camera as CameraIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { Turn } from '@/domain/face/observation'
import type { CameraFailure } from './camera-access'
import { CameraChooser } from './camera-chooser'
import { CameraCover } from './camera-problem'
import { CameraStage } from './camera-stage'
import { useCameraWords } from './camera-words'
import { SilentHint, TapToStart } from './tap-to-start'
import { UploadPictures } from './upload-pictures'
import { useCamera } from './use-camera'
import { useGuidance } from './use-guidance'
import { usePatience } from './use-patience'
import { useShutter } from './use-shutter'

export interface FaceCameraProps {
  /** What the camera is for, as its accessible name: "Camera for clocking in". */
  label: string
  /** One picture, or a burst of three within a third of a second. */
  frames: 1 | 3
  /** Takes the picture by itself when the face has been good for a moment. The button is there in any case. */
  autoCapture: boolean
  /**
   * Gets the JPEGs, unmirrored, at most 1280 pixels on the longer side, and must not reject. The picture stands still
   * until the promise is settled; then the camera goes on, unless `paused` or unmounted. Where there is no camera it
   * gets the pictures that were chosen from files instead. Where it gives 'more', as many are taken once more at once.
   * `yaw` is how the face was turned then, as far as the browser saw it.
   */
  onCapture(pictures: Blob[], yaw: number | null): Promise<unknown>
  /** A picture is taken by itself only once the head has turned so against those before; the button takes it anyway. */
  turn?: Turn | null
  /** Something is being done with the pictures: shows that, and takes no other. */
  busy?: boolean
  /** The camera stays open, but the picture stands still and nothing is taken. */
  paused?: boolean
  onUnavailable?(reason: CameraFailure): void
  /** The way on without a camera; choosing pictures from files unless given. */
  instead?: ReactNode
}

/** When a good face does not come about in this time, the button is pointed out. */
const PATIENCE = 12_000

/** A camera that tells a person how to hold the face and takes the picture. The server decides whether it is good. */
export function FaceCamera(props: FaceCameraProps) {
  const {
    label,
    frames,
    autoCapture,
    onCapture,
    turn = null,
    busy = false,
    paused = false,
    onUnavailable,
    instead,
  } = props
  const t = useTranslations('camera')
  const camera = useCamera()
  const { video, live, failure, silent } = camera
  const yaw = useRef<number | null>(null)
  const capture = (pictures: Blob[]) => onCapture(pictures, yaw.current)
  const shutter = useShutter({ video, frames, moving: !busy && !paused, onCapture: capture })
  const working = shutter.working || busy
  const looking = live && !working && !paused && !shutter.resting
  const { guided, instruction, progress } = useGuidance(video, {
    on: looking,
    onGood: autoCapture ? shutter.take : null,
    turn,
    yaw,
  })
  const slow = usePatience(looking && autoCapture && guided === true, PATIENCE)
  const { more } = shutter
  const { words, hint } = useCameraWords({
    live,
    working,
    more,
    paused,
    guided,
    autoCapture,
    turn,
    slow,
    instruction,
  })

  const tell = useRef(onUnavailable)
  useEffect(() => {
    tell.current = onUnavailable
  })
  useEffect(() => {
    if (failure) tell.current?.(failure)
  }, [failure])

  const otherWay = instead ?? (
    <UploadPictures max={frames} onPictures={(files) => onCapture(files, null)} busy={busy} />
  )
  if (failure) {
    return (
      <section aria-label={label} className="flex flex-col gap-4">
        <CameraCover reason={failure} onRetry={camera.retry} />
        <div className="flex justify-center empty:hidden">
          <CameraChooser camera={camera} />
        </div>
        {otherWay}
      </section>
    )
  }
  return (
    <section aria-label={label} className="flex flex-col gap-4">
      <CameraStage
        video={video}
        live={live}
        words={silent ? '' : words}
        progress={working ? 1 : looking ? progress : 0}
        good={working || (looking && instruction === 'perfect')}
        working={working || !(live || silent)}
        taken={shutter.count}
      >
        {silent && <TapToStart onStart={camera.start} />}
      </CameraStage>
      <div className="mx-auto flex w-full max-w-form flex-col items-center gap-3">
        {silent ? (
          <SilentHint several={camera.choices.length > 1} />
        ) : (
          <>
            <Button
              size="lg"
              variant={autoCapture && guided !== false && !slow ? 'secondary' : 'primary'}
              className="w-full sm:w-auto"
              disabled={!live || paused}
              // Not `disabled` while it works, which would drop the keyboard's focus; the picture above says what goes on.
              aria-disabled={working || undefined}
              onClick={working ? undefined : shutter.take}
            >
              <CameraIcon aria-hidden="true" />
              {t('take')}
            </Button>
            <p className="min-h-11 text-center text-muted text-sm">{hint}</p>
          </>
        )}
        <CameraChooser camera={camera} />
      </div>
      {silent && otherWay}
    </section>
  )
}
