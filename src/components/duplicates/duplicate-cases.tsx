'use client'

import { useQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card, CardHeader } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useErrorText } from '@/components/words/error-words'
import { DecidedCase } from './decided-case'
import { WaitingCase } from './waiting-case'

/** Accounts that show the same face, for an administrator to decide: two people, or one with two accounts. */
export function DuplicateCases() {
  const t = useTranslations('duplicates')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const cases = useQuery(trpc.duplicates.cases.queryOptions(undefined, { refetchInterval: 30_000 }))
  const count = cases.data?.waiting.length ?? 0
  return (
    <Card id="duplicates" className="scroll-mt-20 lg:col-span-2">
      <CardHeader title={t('title')} description={t('hint')} />
      {cases.isPending && <ListSkeleton rows={1} />}
      {cases.error && (
        <ErrorState onRetry={cases.refetch} retrying={cases.isFetching}>
          {errorText(cases.error)}
        </ErrorState>
      )}
      {cases.data && count === 0 && (
        <p className="flex items-center gap-2 text-muted">
          <Users aria-hidden="true" className="size-5 shrink-0" />
          {t('nothing')}
        </p>
      )}
      <ul className="grid gap-6">
        {cases.data?.waiting.map((one) => (
          <WaitingCase key={one.id} found={one} />
        ))}
      </ul>
      {cases.data && cases.data.decided.length > 0 && (
        <details className="mt-5 border-t pt-4">
          <summary className="cursor-pointer font-semibold text-sm max-sm:min-h-11">
            {t('decidedBefore', { count: cases.data.decided.length })}
          </summary>
          <ul className="mt-3 grid divide-y">
            {cases.data.decided.map((one) => (
              <DecidedCase key={one.id} found={one} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}
