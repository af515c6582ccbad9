import { useTranslations } from 'next-intl'
import type { SeenPerson } from '@/domain/roll-call-review'
import { FacePicture } from './face-picture'
import type { ReviewDesk, ReviewFace, ReviewStudent } from './use-review'

interface PersonFacesProps {
  person: SeenPerson<ReviewFace, ReviewStudent>
  desk: ReviewDesk
}

/** Every face that was taken for a student, each with a way to say that it is not. */
export function PersonFaces({ person: { student, faces }, desk }: PersonFacesProps) {
  const t = useTranslations('roll-calls')
  return (
    <div className="flex flex-wrap gap-2">
      {faces.map((face) => (
        <div key={face.id} className="grid w-24 content-start">
          <FacePicture
            faceId={face.id}
            alt={t('face.in', { photo: face.photo })}
            onLook={() => desk.looking.show(face.id)}
          />
          <button
            type="button"
            aria-label={t('face.notLabel', { photo: face.photo, name: student.name })}
            disabled={desk.refusing}
            onClick={() => desk.refuse(face, student)}
            className="min-h-11 rounded-md font-semibold text-muted text-xs underline-offset-2 hover:text-ink hover:underline disabled:opacity-55 sm:min-h-8"
          >
            {t('face.not')}
          </button>
        </div>
      ))}
    </div>
  )
}
