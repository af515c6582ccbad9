import { useTranslations } from 'next-intl'
import { FaceChecks } from '@/components/face-checks/face-checks'
import type { ApiOutput } from '@/components/providers/api-output'
import { RecordChanges } from './record-changes'

interface RecordHistoryProps {
  /** From `attendance.recordHistory` (teacher) or `attendance.ownRecordHistory` (student). */
  history: ApiOutput['attendance']['recordHistory']
  timeZone: string
}

/** Everything that is known about how one record came to be: its changes and its face checks. */
export function RecordHistory({ history, timeZone }: RecordHistoryProps) {
  const t = useTranslations('attendance')
  return (
    <div className="grid gap-6">
      <section>
        <h3 className="mb-3 font-bold">{t('change.title')}</h3>
        <RecordChanges changes={history.changes} timeZone={timeZone} />
      </section>
      <section>
        <h3 className="mb-3 font-bold">{t('checks.title')}</h3>
        <FaceChecks
          faceChecks={history.faceChecks}
          evidenceDays={history.evidenceDays}
          timeZone={timeZone}
          none={t('checks.none')}
        />
      </section>
    </div>
  )
}
