'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { formatHours } from '@/domain/pay/durations'
import type { ApiOutput } from '../providers/api-output'
import { useTRPC } from '../providers/trpc-provider'
import { Card } from '../ui/card'
import { useDaysText } from '../words/calendar-day'
import { useMoneyText } from '../words/money'

type Own = ApiOutput['overview']['own']
type Earned = NonNullable<Own[number]['week']>

/** What one's own week and pay period come to so far; the page's stream tells when to ask anew. */
export function OwnEarnings({ initial }: { initial: Own }) {
  const t = useTranslations('overview')
  const trpc = useTRPC()
  const { data } = useQuery(trpc.overview.own.queryOptions(undefined, { initialData: initial }))
  const running = data.filter(({ period }) => period !== null)
  if (running.length === 0) return null
  return (
    <section aria-labelledby="earned" className="mt-6">
      <h2 id="earned" className="mb-3 font-bold text-xl">
        {t('own.title')}
      </h2>
      <ul className="grid gap-4 sm:grid-cols-[repeat(auto-fit,minmax(20rem,26rem))]">
        {running.map(({ employmentId, place, week, period }) => (
          <li key={employmentId}>
            <Card className="grid gap-4">
              <h3 className="wrap-anywhere font-semibold">{place.name}</h3>
              {week && <Part name={t('own.week')} earned={week} />}
              {period && <Part name={t('own.period')} earned={period} />}
            </Card>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Part({ name, earned }: { name: string; earned: Earned }) {
  const t = useTranslations('overview')
  const [days, money] = [useDaysText(), useMoneyText()]
  const { from, to, paidMinutes, overtimeMinutes, gross } = earned
  return (
    <div>
      <p className="font-semibold text-sm">{name}</p>
      <p className="text-muted text-sm">{days(from, to)}</p>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-3 font-bold text-2xl tabular-nums">
        <span>{formatHours(paidMinutes)} h</span>
        {gross && <span>{money(gross)}</span>}
      </p>
      <p className="text-muted text-sm">
        {gross ? t('own.soFar') : t('own.noRate')}
        {overtimeMinutes > 0 && ` · ${t('own.overtime', { hours: formatHours(overtimeMinutes) })}`}
      </p>
    </div>
  )
}
