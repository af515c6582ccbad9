'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useErrorText } from '@/components/words/error-words'

interface Paged {
  data: unknown
  error: unknown
  isPending: boolean
  isError: boolean
  isFetching: boolean
  refetch: () => unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

interface ListBodyProps {
  query: Paged
  count: number
  /** Whether it is narrowed down, so that there may be others. */
  narrowed: boolean
  /** Shown where there is nothing at all yet. */
  empty: ReactNode
  children: ReactNode
}

/** A list that is read a page at a time: waiting, failed, empty, or its rows and the way to more. */
export function ListBody({ query, count, narrowed, empty, children }: ListBodyProps) {
  const t = useTranslations('lists')
  const errorText = useErrorText()
  return (
    <div className="grid gap-4">
      <Card padded={false}>
        {query.isPending ? (
          <ListSkeleton rows={5} />
        ) : query.isError && !query.data ? (
          <ErrorState onRetry={query.refetch} retrying={query.isFetching}>
            {errorText(query.error)}
          </ErrorState>
        ) : count > 0 ? (
          children
        ) : narrowed ? (
          <NoneFound />
        ) : (
          empty
        )}
      </Card>
      {query.hasNextPage && (
        <Button
          variant="secondary"
          className="justify-self-center"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </div>
  )
}

export function NoneFound() {
  const t = useTranslations('lists')
  return <p className="px-6 py-8 text-center text-muted">{t('noneFound')}</p>
}
