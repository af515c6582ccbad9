'use client'

import { ChartColumn } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { minorUnitDigits } from '@/domain/money'
import { THE_REST, WITHOUT_WORK } from '@/domain/trends'
import { dayDate } from '@/domain/weeks'
import type { ApiOutput } from '../providers/api-output'
import { Card, CardHeader } from '../ui/card'
import { EmptyState } from '../ui/empty-state'
import { Notice } from '../ui/notice'
import { PageHeader } from '../ui/page-header'
import { useDaysText, useMonthText } from '../words/calendar-day'
import { useSummedHours } from '../words/hours'
import { useMoneyText } from '../words/money'
import { ChartWithTable } from './chart-with-table'
import { TrendChoices } from './trend-choices'

type Trends = ApiOutput['overview']['trends']
type Sum = Trends['spans'][number]['sums'][number]

/** Hours, overtime and cost of a workplace over months. */
export function TrendsPage({ trends }: { trends: Trends }) {
  const t = useTranslations('overview')
  const { place, rights, complete, withoutRate, spans } = trends
  const empty = spans.every(({ sums }) => sums.every(({ minutes, cost }) => !minutes && !cost?.amount))
  return (
    <>
      <PageHeader
        back={{ href: `/employ/workplaces/${place.id}`, label: place.name }}
        title={t('pages.trends')}
        description={t('trends.hint')}
      />
      <TrendChoices trends={trends} />
      {!complete && (
        <Notice tone="caution" className="mb-4">
          {t('trends.incomplete')}
        </Notice>
      )}
      {empty ? (
        <Card>
          <EmptyState icon={<ChartColumn />} title={t('trends.none')}>
            {t('trends.noneHint')}
          </EmptyState>
        </Card>
      ) : (
        <Charts trends={trends} />
      )}
      {withoutRate > 0 && rights.seeWages && (
        <p className="mt-4 text-muted text-sm">{t('withoutRate', { count: withoutRate })}</p>
      )}
    </>
  )
}

function Charts({ trends }: { trends: Trends }) {
  const t = useTranslations('overview')
  const [money, hours] = [useMoneyText(), useSummedHours()]
  const { currency } = trends.place
  const cost = (amount: number) => money({ amount, currency })
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Trend trends={trends} title={t('hours')} of={({ minutes }) => minutes} unit={60} text={hours} />
      <Trend trends={trends} title={t('overtime')} of={({ overtime }) => overtime} unit={60} text={hours} />
      {trends.rights.seeWages && (
        <Trend
          trends={trends}
          title={t('trends.cost')}
          description={t('trends.costHint')}
          of={(sum) => sum.cost?.amount ?? 0}
          unit={10 ** minorUnitDigits(currency)}
          text={cost}
          className="lg:col-span-2"
        />
      )}
    </div>
  )
}

interface TrendProps {
  trends: Trends
  title: string
  description?: string
  of: (sum: Sum) => number
  unit: number
  text: (value: number) => string
  className?: string
}

function Trend({ trends, title, description, of, unit, text, className }: TrendProps) {
  const t = useTranslations('overview')
  const nameOf = useGroupName()
  const spanName = useSpanName(trends.step)
  const { groups, spans, step } = trends
  const rows = spans.map(({ sums, ...span }) => ({
    ...{ key: span.from, ...spanName(span), values: sums.map(of) },
  }))
  const sum = rows.flatMap(({ values }) => values).reduce((all, value) => all + value, 0)
  return (
    <Card aria-label={title} className={className}>
      <CardHeader
        title={title}
        description={description}
        actions={<p className="font-bold text-2xl tabular-nums">{text(sum)}</p>}
      />
      <ChartWithTable
        {...{ title, rows, unit, text }}
        span={t(`trends.span.${step}`)}
        parts={groups.length > 0 ? groups.map(nameOf) : [title]}
      />
    </Card>
  )
}

const words = ['all', 'none', THE_REST, WITHOUT_WORK, 'INSIDE', 'OUTSIDE', 'UNKNOWN'] as const

/** What hours are told apart by, in words. */
function useGroupName() {
  const t = useTranslations('overview')
  return ({ group, name }: Trends['groups'][number]) => {
    const known = words.find((word) => word === group)
    return name ?? (known ? t(`trends.group.${known}`) : group)
  }
}

/** A week by its days or a month by its name, in full and in short. */
function useSpanName(step: Trends['step']) {
  const [days, month, locale] = [useDaysText(), useMonthText(), useLocale()]
  const short = new Intl.DateTimeFormat(locale, {
    ...(step === 'month' ? {} : { day: 'numeric' }),
    ...{ month: 'short', timeZone: 'UTC' },
  })
  return ({ from, to }: { from: string; to: string }) => ({
    name: step === 'month' ? month(from.slice(0, 7)) : days(from, to),
    short: short.format(dayDate(from)),
  })
}
