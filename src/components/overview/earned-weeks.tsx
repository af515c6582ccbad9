'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatHours } from '@/domain/pay/durations'
import { dayDate } from '@/domain/weeks'
import type { ApiOutput } from '../providers/api-output'
import { useDaysText } from '../words/calendar-day'
import { ChartWithTable } from './chart-with-table'

interface EarnedWeeksProps {
  title: string
  weeks: ApiOutput['overview']['person']['weeks']
}

/** Somebody's last weeks: regular hours and overtime. */
export function EarnedWeeks({ title, weeks }: EarnedWeeksProps) {
  const t = useTranslations('overview')
  const days = useDaysText()
  const short = new Intl.DateTimeFormat(useLocale(), { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const rows = weeks.map(({ from, to, paidMinutes, overtimeMinutes }) => ({
    ...{ key: from, name: days(from, to), short: short.format(dayDate(from)) },
    values: [paidMinutes - overtimeMinutes, overtimeMinutes],
  }))
  const parts = [t('week.regular'), t('week.overtime')]
  return (
    <ChartWithTable {...{ title, rows, parts }} span={t('trends.span.week')} unit={60} text={formatHours} />
  )
}
