'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { MAX_PHOTOS, MIN_PHOTOS, PROPOSED_PHOTOS } from '@/domain/enrolment'
import type { Turn } from '@/domain/face/observation'
import { AdviceNotice } from './advice-notice'
import { PhotoKept } from './photo-kept'
import { PhotoRefused } from './photo-refused'
import { PictureTaker } from './picture-taker'
import { UploadOutcomes } from './upload-outcomes'
import { type Advice, type EnrolmentStatus, useAddPhoto } from './use-enrolment'
import { useUploads } from './use-uploads'

interface AddPhotosProps {
  status: EnrolmentStatus
  advice: Advice
  replaces: string | undefined
  onDone: () => void
}

type Step = { at: 'camera' } | { at: 'kept' } | { at: 'refused'; error: unknown }

/** Below the camera or the files it may stand where nobody looks. */
const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })

/** The second and third photo are of a head that is turned a little: a still one would be the same picture again. */
function turnFor(count: number, taken: readonly number[]): Turn | null {
  if (count < 1 || count >= PROPOSED_PHOTOS) return null
  // Of photos from earlier it is not known; they were most likely taken straight on.
  const from = taken.length > 0 ? [...taken] : [0]
  return { to: count === 1 ? 'left' : 'right', from }
}

/** Takes photos one after another, sends each at once and says what came of it. */
export function AddPhotos({ status, advice, replaces, onDone }: AddPhotosProps) {
  const t = useTranslations('enrolment')
  const [step, setStep] = useState<Step>({ at: 'camera' })
  const addPhoto = useAddPhoto(replaces)
  const uploads = useUploads(addPhoto)
  const count = status.photos.length
  const room = replaces ? 1 : MAX_PHOTOS - count
  const again = () => setStep({ at: 'camera' })
  const kept = { status, advice, onNext: again, onDone }
  const yaws = useRef<number[]>([])
  const uploaded = uploads.outcomes.some(({ state }) => state === 'kept')
  const enough = !replaces && count >= MIN_PHOTOS && step.at === 'camera'

  async function capture([photo]: Blob[], yaw: number | null) {
    if (!photo) return
    try {
      await addPhoto(photo)
      yaws.current.push(yaw ?? 0)
      setStep({ at: 'kept' })
    } catch (error) {
      setStep({ at: 'refused', error })
    }
  }

  async function upload(files: File[]) {
    const sent = await uploads.send(files)
    if (replaces && sent > 0) onDone()
  }

  return (
    <div className="grid gap-4">
      <PictureTaker
        label={t('add.camera')}
        frames={1}
        uploads={Math.max(1, room)}
        onCapture={capture}
        onUpload={upload}
        cover={coverOf()}
        turn={replaces ? null : turnFor(count, yaws.current)}
      />
      <UploadOutcomes outcomes={uploads.outcomes} others={status} replaces={replaces}>
        {enough && uploaded && (
          <div ref={intoView} className="mx-auto w-full max-w-text">
            <AdviceNotice advice={advice} photos={status.photos} />
          </div>
        )}
      </UploadOutcomes>
      {enough && room > 0 && (
        <Button
          variant={uploaded && count >= PROPOSED_PHOTOS ? 'primary' : 'secondary'}
          className="w-full justify-self-center sm:w-auto"
          onClick={onDone}
        >
          {count < PROPOSED_PHOTOS ? t('add.finish') : t('add.doneWith', { count })}
        </Button>
      )}
    </div>
  )

  function coverOf() {
    if (step.at === 'refused')
      return <PhotoRefused error={step.error} status={status} replaces={replaces} onAgain={again} />
    if (step.at === 'kept') return <PhotoKept {...kept} replaced={replaces !== undefined} />
    // Files may have filled every place; a camera that could add nothing must not run.
    if (room <= 0) return <PhotoKept {...kept} replaced={false} />
    return null
  }
}
