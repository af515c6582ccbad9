'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { CalendarClock, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { RecordTimes } from '@/components/attendance/record-times'
import { statusOf } from '@/components/attendance/standing-look'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { SessionWhen } from '@/components/sessions/session-when'
import { StateBadge } from '@/components/sessions/state-badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { FormError } from '@/components/ui/form-error'
import { Link } from '@/components/ui/link'
import { ListSkeleton } from '@/components/ui/skeleton'
import { StatusBadge } from '@/components/ui/status-badge'
import { useErrorText } from '@/components/words/error-words'
import { standingOf } from '@/domain/board'
import { ofStudent, type StudentInClass } from './student'

/** Every session that the student belonged to, newest first and a page at a time. */
export function StudentSessions({ student }: { student: StudentInClass }) {
  const t = useTranslations('students')
  return (
    <section aria-labelledby="student-sessions" className="grid gap-2">
      <h2 id="student-sessions" className="font-bold text-lg">
        {t('history.title')}
      </h2>
      <Card padded={false}>
        <Rows student={student} />
      </Card>
    </section>
  )
}

function Rows({ student }: { student: StudentInClass }) {
  const t = useTranslations('students')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const sessions = useInfiniteQuery(
    trpc.students.sessions.infiniteQueryOptions(ofStudent(student), {
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  )
  if (sessions.isPending) return <ListSkeleton rows={5} />
  if (!sessions.data)
    return (
      <ErrorState onRetry={sessions.refetch} retrying={sessions.isFetching}>
        {errorText(sessions.error)}
      </ErrorState>
    )
  const rows = sessions.data.pages.flatMap((page) => page.items)
  if (rows.length === 0)
    return (
      <EmptyState icon={<CalendarClock />} title={t('history.none')}>
        {t('history.noneHint')}
      </EmptyState>
    )
  return (
    <>
      <ul className="divide-y">
        {rows.map((row) => (
          <Row key={row.session.id} row={row} timeZone={student.schoolClass.timeZone} />
        ))}
      </ul>
      <FormError>{sessions.error && errorText(sessions.error)}</FormError>
      {sessions.hasNextPage && (
        <div className="border-t p-3 text-center">
          <Button
            variant="ghost"
            loading={sessions.isFetchingNextPage}
            onClick={() => void sessions.fetchNextPage()}
          >
            {t('history.earlier')}
          </Button>
        </div>
      )}
    </>
  )
}

interface RowProps {
  row: ApiOutput['students']['sessions']['items'][number]
  timeZone: string
}

function Row({ row: { session, record }, timeZone }: RowProps) {
  return (
    <li className="relative flex items-center gap-3 px-4 py-3 hover:bg-sunken/60 sm:px-6">
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p>
          <Link
            href={`/teach/sessions/${session.id}`}
            prefetch={false}
            className="wrap-anywhere rounded-sm font-semibold after:absolute after:inset-0"
          >
            {session.title ?? <SessionWhen session={session} timeZone={timeZone} />}
          </Link>
        </p>
        {session.title && (
          <p className="text-muted text-sm">
            <SessionWhen session={session} timeZone={timeZone} />
          </p>
        )}
        {record && <RecordTimes record={record} timeZone={timeZone} />}
        {record?.note && <p className="wrap-anywhere text-muted text-sm">{record.note}</p>}
      </div>
      {session.notTaken && <StateBadge state={session.state} notTaken />}
      {(record || !session.notTaken) && <StatusBadge status={statusOf[standingOf({ record }, session)]} />}
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted rtl:-scale-x-100" />
    </li>
  )
}
