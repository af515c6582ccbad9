import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { FaceAtPlace } from '@/components/face-opt-out/face-at-place'
import type { ApiOutput } from '@/components/providers/api-output'
import { Avatar } from '@/components/ui/avatar'
import { EmailAddress } from '@/components/ui/email-address'
import { StudentLink } from '../places/student-link'
import { FaceBadge } from './face-badge'
import { RemoveStudent } from './remove-student'

interface RosterTileProps {
  student: ApiOutput['places']['members'][number]
  classId: string
}

/** A student as a tile: who they are, whether they clock in by face, and their place in the class. */
export const RosterTile = memo(function RosterTile({ student, classId }: RosterTileProps) {
  const t = useTranslations('classes')
  return (
    // Of 200 the browser lays out those in sight.
    <li className="flex items-start gap-3 rounded-lg border bg-surface py-3 ps-4 pe-2 shadow-sm [contain-intrinsic-size:auto_7rem] [content-visibility:auto] print:break-inside-avoid">
      <Avatar name={student.name} />
      <div className="grid min-w-0 flex-1 gap-1">
        <StudentLink classId={classId} student={student} className="justify-self-start leading-tight" />
        <p className="text-muted text-sm">
          <EmailAddress>{student.email}</EmailAddress>
        </p>
        <div className="flex flex-wrap items-center gap-2 text-muted text-sm">
          <span className="tabular-nums">
            {t('roster.number')} {student.number}
          </span>
          <span>{t('roster.photos')}</span>
          <FaceBadge student={student} />
        </div>
      </div>
      <span className="grid justify-items-center print:hidden">
        <FaceAtPlace place={{ placeId: classId, kind: 'CLASS' }} person={student} as="icon" />
        <RemoveStudent classId={classId} student={student} />
      </span>
    </li>
  )
})
