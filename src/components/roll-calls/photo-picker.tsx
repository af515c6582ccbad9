'use client'

import { ScanFace, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type FileProblem, sortFiles, useFileProblemText } from '@/components/camera/picture-files'
import { PictureSource } from '@/components/camera/picture-source'
import { SampleRoomButton } from '@/components/demo/sample-room-button'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { IconButton } from '@/components/ui/icon-button'
import { MAX_ROLL_CALL_PHOTO_BYTES, MAX_ROLL_CALL_PHOTOS } from '@/domain/roll-calls'
import { PhotoGrid, PhotoTile } from './photo-tile'
import { RoomCameraButton } from './room-camera'

interface PhotoPickerProps {
  sessionId: string
  /** How many more it takes. */
  room?: number
  onStart: (photos: File[]) => void
}

/** On a phone what comes next would stand below the edge, as if nothing had happened. */
function bringIntoView(next: HTMLElement | null) {
  next?.scrollIntoView({ block: 'nearest' })
}

/** Photos of the room: dropped, picked or taken, up to ten. */
export function PhotoPicker({ sessionId, room = MAX_ROLL_CALL_PHOTOS, onStart }: PhotoPickerProps) {
  const problemText = useFileProblemText()
  const [chosen, setChosen] = useState<File[]>([])
  const [problems, setProblems] = useState<FileProblem[]>([])
  const full = chosen.length >= room
  const t = useTranslations('roll-calls')

  function add(files: File[]) {
    const sorted = sortFiles(files, room - chosen.length, MAX_ROLL_CALL_PHOTO_BYTES)
    setProblems(sorted.problems)
    setChosen([...chosen, ...sorted.good])
  }

  return (
    <div className="grid gap-5">
      <PictureSource
        multiple
        disabled={full}
        facing="environment"
        largest={MAX_ROLL_CALL_PHOTO_BYTES}
        onFiles={add}
      >
        <RoomCameraButton disabled={full} onPicture={(picture) => add([picture])} />
        <SampleRoomButton
          sessionId={sessionId}
          disabled={full}
          next={chosen.length === 0}
          onPicture={(picture) => add([picture])}
        />
      </PictureSource>
      <FormError>
        {problems.length > 0 && (
          <ul className="wrap-anywhere grid gap-1">
            {problems.map((problem) => (
              <li key={`${problem.reason} ${problem.name}`}>{problemText(problem)}</li>
            ))}
          </ul>
        )}
      </FormError>
      {chosen.length > 0 && (
        <>
          <PhotoGrid label={t('choose.chosen')}>
            {chosen.map((file, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be chosen twice
              <PhotoTile key={`${index} ${file.name}`} file={file}>
                <IconButton
                  label={t('choose.remove', { number: index + 1 })}
                  icon={<X aria-hidden="true" />}
                  onClick={() => setChosen(chosen.filter((_, other) => other !== index))}
                  className="absolute top-1.5 end-1.5 rounded-full! bg-surface text-ink! shadow-md hover:bg-sunken!"
                />
              </PhotoTile>
            ))}
          </PhotoGrid>
          <div
            ref={bringIntoView}
            className="flex scroll-mb-24 flex-wrap items-center justify-between gap-3 sm:scroll-mb-6"
          >
            <p className="text-muted text-sm">{t('choose.count', { count: chosen.length, max: room })}</p>
            <Button size="lg" className="max-sm:w-full" onClick={() => onStart(chosen)}>
              <ScanFace aria-hidden="true" />
              {t('choose.start', { count: chosen.length })}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
