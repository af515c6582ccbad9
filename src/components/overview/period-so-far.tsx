'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '../providers/trpc-provider'
import { FormError } from '../ui/form-error'
import { Skeleton } from '../ui/skeleton'
import { useDaysText } from '../words/calendar-day'
import { useErrorText } from '../words/error-words'
import { useSummedHours } from '../words/hours'
import { useMoneyText } from '../words/money'
import { Figure } from './figure'
import { WaitingLink } from './waiting'

/** What today and the running period come to, and what is due; reckoned after the page is there. */
export function PeriodSoFar({ workplaceId, minutesToday }: { workplaceId: string; minutesToday: number }) {
  const t = useTranslations('overview')
  const words = useTranslations('lists')
  const errorText = useErrorText()
  const [money, days, summed] = [useMoneyText(), useDaysText(), useSummedHours()]
  const trpc = useTRPC()
  const { data, error } = useQuery(trpc.overview.pay.queryOptions({ workplaceId }))
  const due = data?.due
  return (
    <>
      <dl aria-busy={!data && !error} className="grid gap-1">
        <Figure label={t('hoursToday')}>{summed(minutesToday)}</Figure>
        {data?.costToday && <Figure label={t('costToday')}>{money(data.costToday)}</Figure>}
      </dl>
      <FormError>{error && errorText(error)}</FormError>
      {!data && !error && <Skeleton className="h-30!" />}
      {data && (
        <section aria-label={t('period')}>
          <p className="font-semibold text-sm">{t('period')}</p>
          <p className="text-muted text-sm">{days(data.period.from, data.period.to)}</p>
          <dl className="mt-1 grid gap-1">
            <Figure label={t('hours')}>{summed(data.paidMinutes)}</Figure>
            <Figure label={t('overtime')}>{summed(data.overtimeMinutes)}</Figure>
            {data.gross && <Figure label={t('gross')}>{money(data.gross)}</Figure>}
          </dl>
          {data.withoutRate > 0 && data.rights.seeWages && (
            <p className="mt-1 text-muted text-sm">{t('withoutRate', { count: data.withoutRate })}</p>
          )}
        </section>
      )}
      {data?.rights.seeWages && (
        <WaitingLink href={`/employ/workplaces/${workplaceId}/payments`}>
          {words('payments.link')}
        </WaitingLink>
      )}
      {due && (
        <WaitingLink href={`/employ/workplaces/${workplaceId}/pay?day=${due.period.from}`}>
          {due.amount
            ? t('dueAmount', { ...dueWords(due, days), amount: money(due.amount) })
            : t('due', dueWords(due, days))}
        </WaitingLink>
      )}
    </>
  )
}

interface Due {
  people: number
  period: { from: string; to: string }
}

const dueWords = ({ people: count, period }: Due, days: (from: string, to: string) => string) => ({
  ...{ count, days: days(period.from, period.to) },
})
