'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useDayText } from '@/components/words/calendar-day'
import { useErrorText } from '@/components/words/error-words'
import { useMoneyText } from '@/components/words/money'
import type { Employment } from './employment'
import { NewRate } from './new-rate'

/** What somebody's hours are worth, since when, for whoever sees wages. */
export function RatesCard({ employment }: { employment: Employment }) {
  const t = useTranslations('employments')
  const [adding, setAdding] = useState(false)
  if (!employment.seesWages)
    return (
      <Card>
        <CardHeader className="mb-0!" title={t('rates.title')} description={t('rates.hidden')} />
      </Card>
    )
  return (
    <Card>
      <CardHeader title={t('rates.title')} description={t('rates.hint')} />
      <RateList employmentId={employment.id} />
      {adding && <NewRate employment={employment} onDone={() => setAdding(false)} />}
      {!adding && employment.mayApprove && (
        <Button variant="secondary" size="sm" className="mt-3" onClick={() => setAdding(true)}>
          {t('rates.add')}
        </Button>
      )}
    </Card>
  )
}

function RateList({ employmentId }: { employmentId: string }) {
  const t = useTranslations('employments')
  const dayText = useDayText()
  const moneyText = useMoneyText()
  const errorText = useErrorText()
  const trpc = useTRPC()
  const query = useQuery(trpc.employments.rates.queryOptions({ employmentId }))
  if (query.isPending) return <ListSkeleton rows={2} />
  if (query.isError)
    return (
      <ErrorState onRetry={query.refetch} retrying={query.isFetching}>
        {errorText(query.error)}
      </ErrorState>
    )
  const { currency, rates } = query.data
  if (rates.length === 0) return <p className="text-muted">{t('rates.none')}</p>
  return (
    <ul className="divide-y">
      {rates.map(({ id, from, kind, minorPerHour, supersededAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2.5">
          <div className={supersededAt ? 'text-muted line-through' : ''}>
            <p className="font-semibold tabular-nums">
              {t('rates.an', { amount: moneyText({ amount: minorPerHour, currency }) })}
            </p>
            <p className="text-muted text-sm">
              {t('rates.since', { day: dayText(from), kind: kind ?? t('rates.all') })}
            </p>
          </div>
          {supersededAt && <Badge>{t('rates.superseded')}</Badge>}
        </li>
      ))}
    </ul>
  )
}
