'use client'

import { Camera, CircleCheck, Images, ScanFace, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { whenOpened } from '@/components/ui/later'
import { Notice } from '@/components/ui/notice'
import { MAX_PHOTOS, MIN_PHOTOS } from '@/domain/enrolment'
import { AdviceButton, AdviceNotice } from './advice-notice'
import { DeleteAllPhotos } from './delete-photos'
import { faceStateOf } from './face-state'
import { PhotoCard } from './photo-card'
import type { Advice, EnrolmentStatus } from './use-enrolment'

const AddPhotosDialog = whenOpened(() =>
  import('./add-photos-dialog').then(({ AddPhotosDialog }) => AddPhotosDialog),
)

interface MyPhotosProps {
  status: EnrolmentStatus
  advice: Advice
  /** Whether adding photos begins by itself, because the person has just agreed to that. */
  startOpen: boolean
}

/** The photos a person is known by, and everything that can be done with them. */
export function MyPhotos({ status, advice, startOpen }: MyPhotosProps) {
  const t = useTranslations('enrolment')
  const [adding, setAdding] = useState(startOpen)
  const [replacing, setReplacing] = useState<string>()
  const { photos, photosKept } = status
  const room = MAX_PHOTOS - photos.length

  return (
    <Card className="max-w-3xl">
      <CardHeader
        title={t('photos.title')}
        description={photosKept ? t('photos.seen') : t('photos.notKept')}
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
          title={t('photos.none.title')}
          action={<AddButton photos={0} onClick={() => setAdding(true)} />}
        >
          {t('photos.none.text')}
        </EmptyState>
      ) : (
        <>
          <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4">
            {photos.map((photo, index) => (
              <PhotoCard
                key={photo.id}
                photo={photo}
                number={index + 1}
                count={photos.length}
                kept={photosKept}
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
  const t = useTranslations('enrolment')
  const enough = photos >= MIN_PHOTOS
  return (
    <Button variant={enough ? 'secondary' : 'primary'} className="max-sm:grow" onClick={onClick}>
      <Camera aria-hidden="true" />
      {photos === 0 ? t('photos.add') : t('photos.addAnother')}
    </Button>
  )
}

function Readiness({ status }: { status: EnrolmentStatus }) {
  const t = useTranslations('enrolment')
  const { photos } = status
  if (status.enrolled) {
    return (
      <Badge tone="positive" icon={<CircleCheck aria-hidden="true" />}>
        {t('photos.ready')}
      </Badge>
    )
  }
  if (photos.length === 0 || faceStateOf(status) !== 'few_photos') return null
  return (
    <Badge tone="caution" icon={<Images aria-hidden="true" />}>
      {t('photos.missing', { count: MIN_PHOTOS - photos.length })}
    </Badge>
  )
}

function RecogniserChanged({ status }: { status: EnrolmentStatus }) {
  const t = useTranslations('enrolment')
  if (status.photos.every((photo) => photo.usable)) return null
  return (
    <Notice tone="caution" icon={<TriangleAlert />} title={t('photos.changed.title')} className="mb-5">
      {t('photos.changed.text', { min: MIN_PHOTOS })}
    </Notice>
  )
}
