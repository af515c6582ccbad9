'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { buttonStyles } from '@/components/ui/button-styles'
import { Card, CardHeader } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { later } from '@/components/ui/later'
import { ListSkeleton } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { useErrorText } from '@/components/words/error-words'

const NewExport = later(() => import('./new-export').then(({ NewExport }) => NewExport), {
  meanwhile: <ListSkeleton rows={1} />,
})

interface PayrollCardProps {
  workplace: { id: string; timeZone: string }
  /** Any day of the period. */
  day: string
}

/** What payroll was told of a period, and telling it, for whoever pays there. */
export function PayrollCard({ workplace, day }: PayrollCardProps) {
  const t = useTranslations('payments')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const id = useId()
  const { id: workplaceId, timeZone } = workplace
  const told = useQuery(trpc.exports.ofPeriod.queryOptions({ workplaceId, day }))
  const known = useQuery(trpc.exports.formats.queryOptions({ workplaceId }))
  const failed = [told, known].find(({ isError }) => isError)
  return (
    <Card aria-labelledby={id}>
      <CardHeader title={<span id={id}>{t('payroll.title')}</span>} description={t('payroll.hint')} />
      {failed ? (
        <ErrorState onRetry={failed.refetch} retrying={failed.isFetching}>
          {errorText(failed.error)}
        </ErrorState>
      ) : told.data && known.data ? (
        <div className="grid gap-5">
          <NewExport {...{ workplaceId, day }} known={known.data} />
          {told.data.items.length > 0 && <Told items={told.data.items} timeZone={timeZone} />}
        </div>
      ) : (
        <ListSkeleton rows={2} />
      )}
    </Card>
  )
}

type Item = ApiOutput['exports']['ofPeriod']['items'][number]

function Told({ items, timeZone }: { items: readonly Item[]; timeZone: string }) {
  const t = useTranslations('payments')
  return (
    <ul aria-label={t('payroll.earlier')} className="divide-y border-t">
      {items.map(({ id, number, createdAt, format, lodas, people }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
          <div className="min-w-0">
            <p className="wrap-anywhere font-semibold">
              {number === 1 ? t('payroll.first', { format }) : t('payroll.later', { number, format })}
            </p>
            <p className="text-muted text-sm">
              <Time at={createdAt} timeZone={timeZone} format="dateTime" /> ·{' '}
              {t('payroll.people', { count: people })}
            </p>
            {lodas && <p className="text-muted text-sm">{t('payroll.untried')}</p>}
          </div>
          <div className="flex gap-2">
            <Download exportId={id} number={number} as={lodas ? 'lodas' : 'text'} />
            <Download exportId={id} number={number} as="xlsx" />
          </div>
        </li>
      ))}
    </ul>
  )
}

const endings = { text: 'CSV', lodas: 'TXT', xlsx: 'XLSX' } as const

function Download({ exportId, number, as }: { exportId: string; number: number; as: keyof typeof endings }) {
  const t = useTranslations('payments')
  return (
    <a
      href={`/api/payroll-exports/${exportId}${as === 'xlsx' ? '?as=xlsx' : ''}`}
      download
      aria-label={t(`payroll.download.${as}`, { number })}
      className={buttonStyles('secondary', 'sm')}
    >
      {endings[as]}
    </a>
  )
}
