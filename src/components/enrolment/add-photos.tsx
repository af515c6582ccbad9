'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { MAX_PHOTOS, MIN_PHOTOS } from '@/domain/enrolment'
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

/** Takes photos one after another, sends each at once and says what came of it. */
export function AddPhotos({ status, advice, replaces, onDone }: AddPhotosProps) {
  const [step, setStep] = useState<Step>({ at: 'camera' })
  const addPhoto = useAddPhoto(replaces)
  const uploads = useUploads(addPhoto)
  const count = status.photos.length
  const room = replaces ? 1 : MAX_PHOTOS - count
  const again = () => setStep({ at: 'camera' })
  const kept = { status, advice, onNext: again, onDone }

  async function capture([photo]: Blob[]) {
    if (!photo) return
    try {
      await addPhoto(photo)
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
        label="Camera for your photos"
        frames={1}
        uploads={Math.max(1, room)}
        onCapture={capture}
        onUpload={upload}
        cover={coverOf()}
      />
      <UploadOutcomes outcomes={uploads.outcomes} others={status} replaces={replaces} />
      {!replaces && count >= MIN_PHOTOS && room > 0 && step.at === 'camera' && (
        <Button variant="secondary" className="w-full justify-self-center sm:w-auto" onClick={onDone}>
          Done, {count} photos kept
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
