import { Check } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { statusOf } from '@/components/attendance/standing-look'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { StatusBadge } from '@/components/ui/status-badge'
import { isHere, recordedAs } from '@/domain/board'
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
  const t = useTranslations('roll-calls')
  const format = useFormatter()
  const { student, faces, others } = person
  const candidates = [student, ...others]
  const accepted = candidates.find(({ id }) => faces.some((face) => desk.chosen.get(id) === face.id))
  return (
    <li>
      <fieldset
        aria-label={format.list(
          candidates.map(({ name }) => name),
          { type: 'disjunction' },
        )}
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
              <FacePicture
                key={face.id}
                faceId={face.id}
                alt={t('face.in', { photo: face.photo })}
                onLook={() => desk.looking.show(face.id)}
              />
            ))}
            <Button
              size="sm"
              variant="ghost"
              loading={desk.refusing}
              onClick={() => desk.refuseAll(faces, candidates)}
              className="text-muted!"
            >
              {t('face.none')}
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
  const t = useTranslations('roll-calls')
  const standing = recordedAs(candidate)
  const chosen = desk.chosen.get(candidate.id)
  const mine = faces.some(({ id }) => id === chosen)
  const elsewhere = chosen !== undefined && !mine
  const [first] = faces
  if (isHere(standing))
    return (
      <p className="flex flex-wrap items-center gap-2">
        <span className="wrap-anywhere font-semibold">{candidate.name}</span>
        <StatusBadge status={statusOf[standing]} />
        <span className="text-muted text-sm">{t('candidate.stays')}</span>
      </p>
    )
  const remark = remarkOn({ excused: standing === 'EXCUSED', elsewhere })
  return (
    <Button
      size="sm"
      variant={mine ? 'primary' : 'secondary'}
      aria-pressed={mine}
      disabled={elsewhere}
      onClick={() => {
        if (mine) desk.unpick(candidate)
        else if (first) desk.pick(candidate, first)
      }}
      className="h-auto min-h-11! max-w-full whitespace-normal text-start sm:min-h-9!"
    >
      {mine && <Check aria-hidden="true" />}
      <span className="wrap-anywhere">
        {remark ? t(`candidate.${remark}`, { name: candidate.name }) : candidate.name}
      </span>
    </Button>
  )
}

function remarkOn({ excused, elsewhere }: { excused: boolean; elsewhere: boolean }) {
  if (excused) return elsewhere ? 'excusedElsewhere' : 'excused'
  return elsewhere ? 'elsewhere' : null
}
