'use client'

import { Camera, ImageUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { FaceCamera } from '@/components/camera/face-camera'
import { UploadPictures } from '@/components/camera/upload-pictures'
import { Button } from '@/components/ui/button'
import type { Turn } from '@/domain/face/observation'

interface PictureTakerProps {
  /** What the pictures are for: "Camera for clocking in". */
  label: string
  /** How many the camera takes at a time. */
  frames: 1 | 3
  /** How many files may be chosen instead. */
  uploads: number
  /** Both must not reject. Where `onCapture` gives 'more', the camera takes as many once more at once. */
  onCapture(pictures: Blob[], yaw: number | null): Promise<unknown>
  onUpload(pictures: File[]): Promise<unknown>
  /** Stands over everything and holds the camera still, which stays open so that the next try begins at once. */
  cover: ReactNode | null
  /** What the next picture must differ by from those before it. */
  turn?: Turn | null
}

/** Pictures of a face by camera, or from files where there is no camera or none is wanted. */
export function PictureTaker({
  label,
  frames,
  uploads,
  onCapture,
  onUpload,
  cover,
  turn,
}: PictureTakerProps) {
  const t = useTranslations('enrolment')
  const [fromFiles, setFromFiles] = useState(false)
  const [unavailable, setUnavailable] = useState(false)
  const covered = cover !== null
  return (
    <div className="relative">
      <div inert={covered} className="mx-auto grid max-w-[calc(60dvh*3/4)] gap-2 sm:max-w-[calc(50dvh*4/3)]">
        {fromFiles ? (
          <UploadPictures max={uploads} onPictures={onUpload} />
        ) : (
          <FaceCamera
            label={label}
            frames={frames}
            autoCapture
            onCapture={onCapture}
            paused={covered}
            turn={turn ?? null}
            onUnavailable={() => setUnavailable(true)}
            instead={<UploadPictures max={uploads} onPictures={onUpload} />}
          />
        )}
        {(fromFiles || !unavailable) && (
          <Button
            variant="ghost"
            size="sm"
            className="justify-self-center text-muted!"
            onClick={() => {
              setFromFiles(!fromFiles)
              setUnavailable(false)
            }}
          >
            {fromFiles ? <Camera aria-hidden="true" /> : <ImageUp aria-hidden="true" />}
            {fromFiles ? t('add.useCamera') : t('add.useFile')}
          </Button>
        )}
      </div>
      {cover && (
        <div className="absolute -inset-px z-10 grid animate-appear place-items-center overflow-y-auto bg-raised">
          {cover}
        </div>
      )}
    </div>
  )
}
