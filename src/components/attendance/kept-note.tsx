'use client'

import { CloudUpload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useKeptMarks } from './kept-marks-store'

/** That what a student is marked as is on this device alone so far. */
export function KeptNote({ sessionId, studentId }: { sessionId: string; studentId: string }) {
  const t = useTranslations('attendance.kept')
  const waits = useKeptMarks().some(
    (mark) => mark.sessionId === sessionId && mark.studentId === studentId && mark.refused === null,
  )
  if (!waits) return null
  return (
    <span className="inline-flex items-center gap-1 font-semibold text-caution-ink text-sm">
      <CloudUpload aria-hidden="true" className="size-4" />
      {t('note')}
    </span>
  )
}
