import { MAX_PHOTOS } from '@/domain/enrolment'
import { PhotoImage } from './photo-image'
import type { EnrolmentStatus } from './use-enrolment'

const places = Array.from({ length: MAX_PHOTOS }, (_, index) => index)

/** The places for photos in a row, filled as far as there are photos. */
export function PhotoPlaces({ status }: { status: Pick<EnrolmentStatus, 'photos' | 'photosKept'> }) {
  return (
    <ul aria-label="Photos kept" className="mt-4 flex justify-center gap-2">
      {places.map((place) => {
        const photo = status.photos[place]
        return photo ? (
          <li key={photo.id} className="size-14 overflow-hidden rounded-md border">
            <PhotoImage photoId={photo.id} alt={`Photo ${place + 1}`} kept={status.photosKept} small />
          </li>
        ) : (
          <li
            key={place}
            aria-hidden="true"
            className="size-14 rounded-md border-2 border-line-strong/50 border-dashed"
          />
        )
      })}
    </ul>
  )
}
