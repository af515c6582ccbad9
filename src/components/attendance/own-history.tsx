'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useErrorText } from '@/components/words/error-words'
import { OwnHistoryRow } from './own-history-row'

interface OwnHistoryProps {
  classes: ApiOutput['attendance']['ownTotals']['classes']
}

/** Every session with a record of the student, newest first. */
export function OwnHistory({ classes }: OwnHistoryProps) {
  const t = useTranslations('attendance')
  const [classId, setClassId] = useState('')
  return (
    <section aria-labelledby="history-title" className="min-w-0">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="history-title" className="font-bold text-lg">
          {t('own.sessions')}
        </h2>
        {classes.length > 1 && (
          <Select
            aria-label={t('own.showOf')}
            value={classId}
            onChange={(event) => setClassId(event.target.value)}
            className="w-full sm:w-64"
          >
            <option value="">{t('own.allClasses')}</option>
            {classes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </div>
      <Card padded={false}>
        <Records classId={classId || undefined} />
      </Card>
    </section>
  )
}

function Records({ classId }: { classId: string | undefined }) {
  const t = useTranslations('attendance')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const records = useInfiniteQuery(
    trpc.attendance.ownRecords.infiniteQueryOptions(
      { classId },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  )
  if (records.isPending) return <ListSkeleton rows={5} />
  if (!records.data) {
    return (
      <ErrorState onRetry={records.refetch} retrying={records.isFetching}>
        {errorText(records.error)}
      </ErrorState>
    )
  }
  const rows = records.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) return <EmptyState title={t('own.noneOfClass')} />
  return (
    <>
      <ul className="divide-y">
        {rows.map((record) => (
          <OwnHistoryRow key={record.id} record={record} />
        ))}
      </ul>
      {records.isError && <Notice tone="caution">{errorText(records.error)}</Notice>}
      {records.hasNextPage && (
        <div className="border-t p-3 text-center">
          <Button
            variant="ghost"
            loading={records.isFetchingNextPage}
            onClick={() => void records.fetchNextPage()}
          >
            {t('own.earlier')}
          </Button>
        </div>
      )}
    </>
  )
}
