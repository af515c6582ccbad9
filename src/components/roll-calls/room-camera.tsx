'use client'

import { Camera } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import {
  CameraError,
  type CameraFailure,
  openRoomCamera,
  stopStream,
} from '@/components/camera/camera-access'
import { CameraProblem } from '@/components/camera/camera-problem'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

interface RoomCameraProps {
  disabled: boolean
  onPicture: (picture: File) => void
}

/** Takes a photo of the room with a webcam. Phones have their own camera app for it, which does it better. */
export function RoomCameraButton({ disabled, onPicture }: RoomCameraProps) {
  const t = useTranslations('roll-calls')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="secondary"
        disabled={disabled}
        onClick={() => setOpen(true)}
        className="pointer-coarse:hidden max-sm:w-full"
      >
        <Camera aria-hidden="true" />
        {t('camera.use')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('camera.title')} size="screen">
        {open && (
          <RoomCamera
            onPicture={(picture) => {
              onPicture(picture)
              setOpen(false)
            }}
          />
        )}
      </Dialog>
    </>
  )
}

function RoomCamera({ onPicture }: { onPicture: (picture: File) => void }) {
  const t = useTranslations('roll-calls')
  const video = useRef<HTMLVideoElement>(null)
  const [failure, setFailure] = useState<CameraFailure | null>(null)
  const [live, setLive] = useState(false)
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens the camera again
  useEffect(() => {
    let gone = false
    let stream: MediaStream | null = null
    setFailure(null)
    openRoomCamera().then(
      (opened) => {
        if (gone) return stopStream(opened)
        stream = opened
        if (video.current) video.current.srcObject = opened
      },
      (cause) => gone || setFailure(cause instanceof CameraError ? cause.failure : 'unsupported'),
    )
    return () => {
      gone = true
      stopStream(stream)
      setLive(false)
    }
  }, [attempt])

  async function take() {
    const element = video.current
    if (!element || element.videoWidth === 0) return
    const canvas = new OffscreenCanvas(element.videoWidth, element.videoHeight)
    canvas.getContext('2d')?.drawImage(element, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })
    onPicture(new File([blob], `${t('camera.title')}.jpg`, { type: blob.type }))
  }

  if (failure) return <CameraProblem reason={failure} onRetry={() => setAttempt((n) => n + 1)} />
  return (
    <div className="grid gap-4">
      <video
        ref={video}
        muted
        autoPlay
        playsInline
        aria-label={t('camera.video')}
        onPlaying={() => setLive(true)}
        className="aspect-video w-full rounded-lg bg-black object-contain"
      />
      <Button size="lg" disabled={!live} onClick={take} className="justify-self-center max-sm:w-full">
        <Camera aria-hidden="true" />
        {t('camera.take')}
      </Button>
    </div>
  )
}
