import { UserRoundX } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import type { SeenPerson } from '@/domain/roll-call-review'
import { FacePicture } from './face-picture'
import type { ReviewDesk, ReviewFace, ReviewStudent } from './use-review'

interface PersonFacesProps {
  person: SeenPerson<ReviewFace, ReviewStudent>
  desk: ReviewDesk
}

/** Every face that was taken for a student, each with a way to say that it is not. */
export function PersonFaces({ person: { student, faces }, desk }: PersonFacesProps) {
  return (
    <div className="flex flex-wrap gap-2">
      {faces.map((face) => (
        <div key={face.id} className="relative">
          <FacePicture faceId={face.id} alt={`A face in photo ${face.photo}`} />
          <IconButton
            label={`Not this person: the face in photo ${face.photo} is not ${student.name}`}
            icon={<UserRoundX aria-hidden="true" />}
            disabled={desk.refusing}
            onClick={() => desk.refuse(face, student)}
            className="absolute -right-1.5 -bottom-1.5 size-9 rounded-full border bg-surface text-ink shadow-md hover:bg-negative-soft hover:text-negative-ink max-sm:size-11 sm:size-9"
          />
        </div>
      ))}
    </div>
  )
}
