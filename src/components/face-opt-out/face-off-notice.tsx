import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { FaceOnButton } from './student-face-off'
import type { FaceOffReason } from './without-face-words'

interface FaceOffNoticeProps {
  student: { id: string; name: string; faceOff: FaceOffReason | null }
}

/** On a student's record: that misses have switched their face off, and the one click that undoes it. */
export function FaceOffNotice({ student }: FaceOffNoticeProps) {
  const t = useTranslations('face-opt-out')
  if (student.faceOff !== 'TOO_MANY_MISSES') return null
  return (
    <Notice tone="caution" title={t('notice.title')} action={<FaceOnButton student={student} />}>
      {t('notice.text', { name: student.name })}
    </Notice>
  )
}
