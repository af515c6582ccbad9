import { Notice } from '@/components/ui/notice'
import { FaceOnButton } from './student-face-off'
import type { FaceOffReason } from './without-face-words'

interface FaceOffNoticeProps {
  student: { id: string; name: string; faceOff: FaceOffReason | null }
}

/** On a student's record: that misses have switched their face off, and the one click that undoes it. */
export function FaceOffNotice({ student }: FaceOffNoticeProps) {
  if (student.faceOff !== 'TOO_MANY_MISSES') return null
  return (
    <Notice tone="caution" title="Face switched off" action={<FaceOnButton student={student} />}>
      The camera did not recognise {student.name} 50 times in a row: somebody else may have tried. The
      session’s code works as before.
    </Notice>
  )
}
