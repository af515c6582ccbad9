import { ScanFace, UserRound, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useOffHereWords } from '@/components/face-opt-out/off-here-words'
import type { ApiOutput } from '@/components/providers/api-output'
import { Badge } from '@/components/ui/badge'

type Student = ApiOutput['places']['members'][number]

/** Whether a student can clock in by face, and why not. */
export function FaceBadge({ student }: { student: Student }) {
  const t = useTranslations('classes')
  const offHereWords = useOffHereWords()
  if (student.faceOff)
    return (
      <Badge tone="neutral" icon={<UserRound aria-hidden="true" />}>
        {t('roster.withoutFace')}
      </Badge>
    )
  if (student.faceOffHere)
    return (
      <div className="grid justify-items-start gap-0.5 max-sm:justify-items-end">
        <Badge tone="neutral" icon={<UserRound aria-hidden="true" />}>
          {t('roster.faceOffHere')}
        </Badge>
        <span className="text-muted text-sm">{offHereWords(student.faceOffHere)}</span>
      </div>
    )
  return student.enrolled ? (
    <Badge tone="positive" icon={<ScanFace aria-hidden="true" />}>
      {t('roster.yes')}
    </Badge>
  ) : (
    <Badge tone="neutral" icon={<X aria-hidden="true" />}>
      {t('roster.no')}
    </Badge>
  )
}
