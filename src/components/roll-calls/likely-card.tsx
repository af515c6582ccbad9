import { Check } from 'lucide-react'
import { statusOf } from '@/components/attendance/standing-look'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { StatusBadge } from '@/components/ui/status-badge'
import { isHere, standingOf } from '@/domain/board'
import type { SeenPerson } from '@/domain/roll-call-review'
import { FacePicture } from './face-picture'
import { PersonFaces } from './person-faces'
import type { ReviewDesk, ReviewFace, ReviewStudent } from './use-review'

interface LikelyCardProps {
  person: SeenPerson<ReviewFace, ReviewStudent>
  desk: ReviewDesk
}

/** Somebody who may be this student, or one of two: one tap accepts. */
export function LikelyCard({ person, desk }: LikelyCardProps) {
  const { student, faces, others } = person
  const candidates = [student, ...others]
  const accepted = candidates.find(({ id }) => faces.some((face) => desk.chosen.get(id) === face.id))
  return (
    <li>
      <fieldset
        aria-label={candidates.map(({ name }) => name).join(' or ')}
        className={classNames(
          'grid h-full content-start gap-2.5 rounded-lg border bg-surface px-3.5 py-3 shadow-sm',
          accepted && 'border-accent',
        )}
      >
        <div className="flex flex-wrap gap-2">
          {candidates.map((candidate) => (
            <Candidate key={candidate.id} candidate={candidate} faces={faces} desk={desk} />
          ))}
        </div>
        {others.length === 0 ? (
          <PersonFaces person={person} desk={desk} />
        ) : (
          <div className="flex flex-wrap items-end gap-2">
            {faces.map((face) => (
              <FacePicture key={face.id} faceId={face.id} alt={`A face in photo ${face.photo}`} />
            ))}
            <Button
              size="sm"
              variant="ghost"
              loading={desk.refusing}
              onClick={() => desk.refuseAll(faces, candidates)}
              className="text-muted"
            >
              None of them
            </Button>
          </div>
        )}
      </fieldset>
    </li>
  )
}

interface CandidateProps {
  candidate: ReviewStudent
  faces: ReviewFace[]
  desk: ReviewDesk
}

function Candidate({ candidate, faces, desk }: CandidateProps) {
  const standing = standingOf(candidate)
  const chosen = desk.chosen.get(candidate.id)
  const mine = faces.some(({ id }) => id === chosen)
  const [first] = faces
  if (isHere(standing))
    return (
      <p className="flex flex-wrap items-center gap-2">
        <span className="wrap-anywhere font-semibold">{candidate.name}</span>
        <StatusBadge status={statusOf[standing]} />
        <span className="text-muted text-sm">stays as it is</span>
      </p>
    )
  return (
    <Button
      size="sm"
      variant={mine ? 'primary' : 'secondary'}
      aria-pressed={mine}
      disabled={chosen !== undefined && !mine}
      onClick={() => {
        if (mine) desk.unpick(candidate)
        else if (first) desk.pick(candidate, first)
      }}
      className="h-auto min-h-11 max-w-full whitespace-normal text-start sm:min-h-9"
    >
      {mine && <Check aria-hidden="true" />}
      <span className="wrap-anywhere">
        {candidate.name}
        {standing === 'EXCUSED' && ' (excused)'}
        {chosen !== undefined && !mine && ' (in another photo)'}
      </span>
    </Button>
  )
}
