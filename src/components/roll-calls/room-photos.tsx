'use client'

import { ImageOff, ImagePlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { MAX_ROLL_CALL_PHOTOS } from '@/domain/roll-calls'
import { PhotoPicker } from './photo-picker'
import { Section } from './section'
import type { ReviewData, ReviewDesk } from './use-review'
import type { RollCall } from './use-roll-call'

interface RoomPhotosProps {
  rollCall: RollCall
  review: ReviewData
  desk: ReviewDesk
}

/** The photos that were read: each can be looked at with its names. */
export function RoomPhotos({ rollCall, review, desk }: RoomPhotosProps) {
  const t = useTranslations('roll-calls')
  const withFaces = rollCall.photos.filter(({ faces }) => faces > 0)
  const kept = new Map(review.photos.map(({ id, position }) => [position, id]))
  return (
    <Section title={t('photos.title')} count={withFaces.length} description={t('photos.text')}>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {withFaces.map(({ position, faces }) => {
          const photoId = kept.get(position)
          return (
            <li key={position}>
              {photoId ? (
                <button
                  type="button"
                  id={`photo-${position}`}
                  onClick={() => desk.looking.show(position)}
                  className="block w-full cursor-zoom-in overflow-hidden rounded-lg border bg-sunken"
                >
                  {/* biome-ignore lint/performance/noImgElement: private and never cached, so there is nothing to optimise */}
                  <img
                    src={`/api/roll-call-photos/${photoId}`}
                    alt={t('look.alt', { number: position, faces })}
                    loading="lazy"
                    className="aspect-4/3 size-full object-cover"
                  />
                </button>
              ) : (
                <p className="grid aspect-4/3 place-content-center justify-items-center gap-1.5 rounded-lg border border-dashed p-3 text-center text-muted text-sm">
                  <ImageOff aria-hidden="true" className="size-5" />
                  {t('photos.notKept', { number: position })}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

interface AddPhotosProps {
  rollCall: RollCall
  sessionId: string
  onPhotos: (photos: File[]) => void
}

/** One more photo of the room, after the first ones were read: what was decided so far stays. */
export function AddPhotos({ rollCall, sessionId, onPhotos }: AddPhotosProps) {
  const t = useTranslations('roll-calls')
  const [open, setOpen] = useState(false)
  const room = MAX_ROLL_CALL_PHOTOS - rollCall.photos.length
  if (room <= 0) return null
  return (
    <>
      <Button variant="secondary" className="justify-self-start" onClick={() => setOpen(true)}>
        <ImagePlus aria-hidden="true" />
        {t('photos.add')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="lg"
        title={t('photos.add')}
        description={t('photos.addHint')}
      >
        <PhotoPicker
          sessionId={sessionId}
          room={room}
          onStart={(photos) => {
            setOpen(false)
            onPhotos(photos)
          }}
        />
      </Dialog>
    </>
  )
}
