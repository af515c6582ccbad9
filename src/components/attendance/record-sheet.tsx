'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FaceOffNotice } from '@/components/face-opt-out/face-off-notice'
import type { FaceOffReason } from '@/components/face-opt-out/without-face-words'
import { useTRPC } from '@/components/providers/trpc-provider'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { Sheet } from '@/components/ui/sheet'
import { ListSkeleton } from '@/components/ui/skeleton'
import { StatusBadge } from '@/components/ui/status-badge'
import { useErrorText } from '@/components/words/error-words'
import type { AttendanceRecord } from '@/domain/attendance'
import { belongs, standingOf } from '@/domain/board'
import type { Movement } from '@/domain/session-members'
import type { MarkedSession } from './mark-options'
import { MovementNote } from './movement-note'
import { RecordHistory } from './record-history'
import { RecordMarkForm } from './record-mark-form'
import { RecordTimes } from './record-times'
import { statusOf } from './standing-look'

interface RecordSheetProps {
  session: MarkedSession
  timeZone: string
  /** Whose record; null while the sheet is closed. */
  student:
    | (Movement & {
        id: string
        name: string
        faceOff: FaceOffReason | null
        record: AttendanceRecord | null
      })
    | null
  onClose: () => void
}

/** One student's record in a session: marking by hand, and how it came to be. */
export function RecordSheet({ session, timeZone, student, onClose }: RecordSheetProps) {
  const t = useTranslations('attendance')
  return (
    <Sheet
      inAddress
      open={student !== null}
      onOpenChange={(open) => !open && onClose()}
      title={student?.name ?? ''}
      description={student && <Summary session={session} student={student} timeZone={timeZone} />}
    >
      {student && (
        <div className="grid gap-8">
          <FaceOffNotice student={student} />
          {belongs(student) ? (
            <RecordMarkForm
              // A change from elsewhere must not be overwritten by an older choice in the form.
              key={`${student.id} ${standingOf(student, session)} ${student.record?.note}`}
              session={session}
              student={student}
              onDone={onClose}
            />
          ) : (
            <Notice>{t('mark.gone', { name: student.name })}</Notice>
          )}
          <History
            sessionId={session.id}
            studentId={student.id}
            live={session.state === 'OPEN'}
            timeZone={timeZone}
          />
        </div>
      )}
    </Sheet>
  )
}

interface SummaryProps {
  session: MarkedSession
  student: Movement & { record: AttendanceRecord | null }
  timeZone: string
}

function Summary({ session, student, timeZone }: SummaryProps) {
  return (
    <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
      {belongs(student) && <StatusBadge status={statusOf[standingOf(student, session)]} />}
      {student.record && <RecordTimes record={student.record} timeZone={timeZone} />}
      <MovementNote of={student} timeZone={timeZone} />
    </span>
  )
}

interface HistoryProps {
  sessionId: string
  studentId: string
  timeZone: string
  /** Whether attempts may still come in; a failed one changes no record, so nothing tells of it. */
  live: boolean
}

function History({ sessionId, studentId, timeZone, live }: HistoryProps) {
  const errorText = useErrorText()
  const trpc = useTRPC()
  const history = useQuery(
    trpc.attendance.recordHistory.queryOptions(
      { sessionId, studentId },
      { refetchInterval: live ? 5_000 : false },
    ),
  )
  if (history.isPending) return <ListSkeleton rows={2} />
  if (history.isError)
    return (
      <ErrorState onRetry={history.refetch} retrying={history.isFetching}>
        {errorText(history.error)}
      </ErrorState>
    )
  return <RecordHistory history={history.data} timeZone={timeZone} />
}
