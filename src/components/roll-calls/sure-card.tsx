import { useTranslations } from 'next-intl'
import { statusOf } from '@/components/attendance/standing-look'
import { Checkbox } from '@/components/ui/checkbox'
import { classNames } from '@/components/ui/class-names'
import { StatusBadge } from '@/components/ui/status-badge'
import { recordedAs } from '@/domain/board'
import type { SeenPerson } from '@/domain/roll-call-review'
import { PersonFaces } from './person-faces'
import type { ReviewDesk, ReviewFace, ReviewStudent } from './use-review'

interface SureCardProps {
  person: SeenPerson<ReviewFace, ReviewStudent>
  desk: ReviewDesk
}

/** Somebody who is recognised beyond doubt: ticked already, unless that would change what stands. */
export function SureCard({ person, desk }: SureCardProps) {
  const t = useTranslations('roll-calls')
  const { student, faces } = person
  const chosen = desk.chosen.has(student.id)
  const standing = recordedAs(student)
  const here = standing === 'PRESENT' || standing === 'LATE'
  const hint = standing === 'EXCUSED' ? 'excused' : standing === 'ABSENT' && 'absent'
  const [first] = faces
  return (
    <li>
      <fieldset
        aria-label={student.name}
        className={classNames(
          'grid h-full content-start gap-1.5 rounded-lg border bg-surface px-3.5 pt-1.5 pb-2 shadow-sm',
          chosen && 'border-accent',
        )}
      >
        {here ? (
          <div className="grid justify-items-start gap-1.5 py-2">
            <p translate="no" className="wrap-anywhere font-semibold">
              {student.name}
            </p>
            <StatusBadge status={statusOf[standing]} />
            <p className="text-muted text-sm">{t('sure.stays')}</p>
          </div>
        ) : (
          <Checkbox
            label={<span className="wrap-anywhere font-semibold">{student.name}</span>}
            hint={hint && t(`sure.${hint}`)}
            checked={chosen}
            onChange={({ target }) => {
              if (!target.checked) desk.unpick(student)
              else if (first) desk.pick(student, first)
            }}
          />
        )}
        <PersonFaces person={person} desk={desk} />
      </fieldset>
    </li>
  )
}
