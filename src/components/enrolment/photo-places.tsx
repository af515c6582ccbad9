import { useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import { MAX_PHOTOS, PROPOSED_PHOTOS } from '@/domain/enrolment'
import { PhotoImage } from './photo-image'
import type { EnrolmentStatus } from './use-enrolment'

const places = Array.from({ length: MAX_PHOTOS }, (_, index) => index)

/** The places for photos in a row, filled as far as there are photos; those that are proposed stand out. */
export function PhotoPlaces({ status }: { status: Pick<EnrolmentStatus, 'photos' | 'photosKept'> }) {
  const t = useTranslations('enrolment')
  return (
    <ul aria-label={t('kept.places')} className="mt-4 flex justify-center gap-2">
      {places.map((place) => {
        const photo = status.photos[place]
        return photo ? (
          <li key={photo.id} className="size-14 overflow-hidden rounded-md border">
            <PhotoImage
              photoId={photo.id}
              alt={t('photos.one', { number: place + 1 })}
              kept={status.photosKept}
              small
            />
          </li>
        ) : (
          <li
            key={place}
            aria-hidden="true"
            className={classNames(
              'rounded-md border-dashed',
              place < PROPOSED_PHOTOS
                ? 'size-14 border-2 border-line-strong'
                : 'size-10 self-center border border-line-strong/50',
            )}
          />
        )
      })}
    </ul>
  )
}
