'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { ChartWithTable } from '@/components/overview/chart-with-table'
import { useStatusWords } from '@/components/ui/status-words'
import { useDaysText } from '@/components/words/calendar-day'
import { dayDate } from '@/domain/weeks'
import type { StudentInClass } from './student'

const parts = ['present', 'late', 'excused', 'absent'] as const
const tones = ['positive', 'caution', 'special', 'negative'] as const

/** The last weeks as a chart with its table: who stops coming shows here first. */
export function StudentWeeks({ weeks }: Pick<StudentInClass, 'weeks'>) {
  const t = useTranslations('students')
  const [word, days, format] = [useStatusWords(), useDaysText(), useFormatter()]
  const short = new Intl.DateTimeFormat(useLocale(), { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const rows = weeks.map(({ from, to, ...counts }) => ({
    ...{ key: from, name: days(from, to), short: short.format(dayDate(from)) },
    values: parts.map((part) => counts[part]),
  }))
  return (
    <ChartWithTable
      title={t('weeks.title')}
      span={t('weeks.span')}
      parts={parts.map(word)}
      tones={tones}
      rows={rows}
      unit={1}
      text={(value) => format.number(value)}
    />
  )
}
