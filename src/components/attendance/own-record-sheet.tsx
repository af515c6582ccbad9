'use client'

import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { ErrorState } from '@/components/ui/error-state'
import { Sheet } from '@/components/ui/sheet'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useTimeText } from '@/components/ui/time'
import { useErrorText } from '@/components/words/error-words'
import { RecordHistory } from './record-history'

export type OwnRecordRow = ApiOutput['attendance']['ownRecords']['items'][number]

interface OwnRecordSheetProps {
  record: OwnRecordRow
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** How the student's record in one session came about. */
export function OwnRecordSheet({ record, open, onOpenChange }: OwnRecordSheetProps) {
  const timeText = useTimeText()
  const { schoolClass, plannedStart, openedAt, title } = record.session
  const began = plannedStart ?? openedAt
  const day = began ? timeText(began, schoolClass.timeZone, 'date') : title
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={schoolClass.name} description={day}>
      <History sessionId={record.session.id} timeZone={schoolClass.timeZone} />
    </Sheet>
  )
}

function History({ sessionId, timeZone }: { sessionId: string; timeZone: string }) {
  const errorText = useErrorText()
  const trpc = useTRPC()
  const history = useQuery(trpc.attendance.ownRecordHistory.queryOptions({ sessionId }))
  if (history.isPending) return <ListSkeleton rows={3} />
  if (!history.data) {
    return (
      <ErrorState onRetry={history.refetch} retrying={history.isFetching}>
        {errorText(history.error)}
      </ErrorState>
    )
  }
  return <RecordHistory history={history.data} timeZone={timeZone} />
}
