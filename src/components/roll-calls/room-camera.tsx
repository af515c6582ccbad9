'use client'

import { Camera } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { CameraChooser } from '@/components/camera/camera-chooser'
import { CameraProblem } from '@/components/camera/camera-problem'
import { SilentHint, TapToStart } from '@/components/camera/tap-to-start'
import { useCamera } from '@/components/camera/use-camera'
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
  const camera = useCamera({ room: true })
  const { video, live, failure, silent } = camera

  async function take() {
    const element = video.current
    if (!element || element.videoWidth === 0) return
    const canvas = new OffscreenCanvas(element.videoWidth, element.videoHeight)
    canvas.getContext('2d')?.drawImage(element, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })
    onPicture(new File([blob], `${t('camera.title')}.jpg`, { type: blob.type }))
  }

  if (failure) {
    return (
      <div className="grid justify-items-center gap-4">
        <CameraProblem reason={failure} onRetry={camera.retry} />
        <CameraChooser camera={camera} />
      </div>
    )
  }
  return (
    <div className="grid justify-items-center gap-4">
      <div className="relative w-full overflow-hidden rounded-lg text-white">
        <video
          ref={video}
          muted
          playsInline
          aria-label={t('camera.video')}
          className="aspect-video w-full bg-black object-contain"
        />
        {silent && <TapToStart onStart={camera.start} />}
      </div>
      {silent && <SilentHint several={camera.choices.length > 1} />}
      <CameraChooser camera={camera} />
      <Button size="lg" disabled={!live} onClick={take} className="max-sm:w-full">
        <Camera aria-hidden="true" />
        {t('camera.take')}
      </Button>
    </div>
  )
}
