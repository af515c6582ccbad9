'use client'

import { Camera, CircleCheck, Images, ScanFace, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { MAX_PHOTOS, MIN_PHOTOS } from '@/domain/enrolment'
import { AddPhotosDialog } from './add-photos-dialog'
import { AdviceButton, AdviceNotice } from './advice-notice'
import { DeleteAllPhotos } from './delete-photos'
import { faceStateOf } from './face-state'
import { PhotoCard } from './photo-card'
import type { Advice, EnrolmentStatus } from './use-enrolment'

interface MyPhotosProps {
  status: EnrolmentStatus
  advice: Advice
  /** Whether adding photos begins by itself, because the person has just agreed to that. */
  startOpen: boolean
}

/** The photos a person is known by, and everything that can be done with them. */
export function MyPhotos({ status, advice, startOpen }: MyPhotosProps) {
  const [adding, setAdding] = useState(startOpen)
  const [replacing, setReplacing] = useState<string>()
  const { photos, photosKept } = status
  const room = MAX_PHOTOS - photos.length

  return (
    <Card className="max-w-3xl">
      <CardHeader
        title="Your photos"
        description={
          photosKept
            ? 'Only you can see them, unless staff have to tell you from somebody who looks like you.'
            : 'The photos themselves are not kept here: only a template of each.'
        }
        actions={<Readiness status={status} />}
      />
      <RecogniserChanged status={status} />
      <AdviceNotice
        advice={advice}
        photos={photos}
        className="mb-5"
        action={
          <AdviceButton
            advice={advice}
            photos={photos}
            onAdd={() => setAdding(true)}
            onReplace={setReplacing}
          />
        }
      />
      {photos.length === 0 ? (
        <EmptyState
          icon={<ScanFace />}
          title="No photos yet"
          action={<AddButton photos={0} onClick={() => setAdding(true)} />}
        >
          Three photos are best, and two are enough to clock in with your face. It takes about half a minute.
        </EmptyState>
      ) : (
        <>
          <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4">
            {photos.map((photo, index) => (
              <PhotoCard
                key={photo.id}
                photo={photo}
                name={`Photo ${index + 1} of ${photos.length}`}
                kept={photosKept}
                left={photos.length - 1}
                onReplace={() => setReplacing(photo.id)}
              />
            ))}
          </ul>
          <div className="mt-5 flex flex-wrap gap-2">
            {room > 0 && !status.hold && <AddButton photos={photos.length} onClick={() => setAdding(true)} />}
            {photos.length > 1 && <DeleteAllPhotos />}
          </div>
        </>
      )}
      <AddPhotosDialog open={adding} onClose={() => setAdding(false)} status={status} advice={advice} />
      <AddPhotosDialog
        open={replacing !== undefined}
        onClose={() => setReplacing(undefined)}
        status={status}
        advice={advice}
        replaces={replacing}
      />
    </Card>
  )
}

function AddButton({ photos, onClick }: { photos: number; onClick: () => void }) {
  const enough = photos >= MIN_PHOTOS
  return (
    <Button variant={enough ? 'secondary' : 'primary'} className="max-sm:grow" onClick={onClick}>
      <Camera aria-hidden="true" />
      {photos === 0 ? 'Add photos' : 'Add another photo'}
    </Button>
  )
}

function Readiness({ status }: { status: EnrolmentStatus }) {
  const { photos } = status
  if (status.enrolled) {
    return (
      <Badge tone="positive" icon={<CircleCheck aria-hidden="true" />}>
        Ready to clock in
      </Badge>
    )
  }
  if (photos.length === 0 || faceStateOf(status) !== 'few_photos') return null
  return (
    <Badge tone="caution" icon={<Images aria-hidden="true" />}>
      {MIN_PHOTOS - photos.length} more needed
    </Badge>
  )
}

function RecogniserChanged({ status }: { status: EnrolmentStatus }) {
  if (status.photos.every((photo) => photo.usable)) return null
  return (
    <Notice
      tone="caution"
      icon={<TriangleAlert />}
      title="The recogniser has changed since you added some of these photos"
      className="mb-5"
    >
      It cannot compare with the marked ones. Replace them; {MIN_PHOTOS} new ones are enough to clock in.
    </Notice>
  )
}
