'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { hoursText } from '@/domain/worked-days'
import { Exceptions } from '../pay-periods/exceptions'
import { TextLink } from '../ui/text-link'
import { ExceptionMark } from './exception-mark'
import type { OverviewWeek, WeekRow } from './overview'
import { DayHours, WeekSum } from './week-cell'

interface WeekLinesProps extends Pick<OverviewWeek, 'people' | 'days' | 'place'> {
  names: readonly string[]
  wages: boolean
}

/** A line a person, which opens: a table of days has no room on a phone. */
export function WeekLines({ people, ...week }: WeekLinesProps) {
  const t = useTranslations('overview')
  return (
    <ul aria-label={t('week.table')} className="divide-y sm:hidden">
      {people.map((person) => (
        <li key={person.employmentId}>
          <Line {...{ person, ...week }} />
        </li>
      ))}
    </ul>
  )
}

interface LineProps extends Omit<WeekLinesProps, 'people'> {
  person: WeekRow
}

function Line({ person, days, place, names, wages }: LineProps) {
  const t = useTranslations('overview')
  const { name, exceptions, sum } = person
  return (
    <details className="group">
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2 px-4 py-1.5">
        <span translate="no" className="wrap-anywhere min-w-0 flex-1 font-semibold">
          {name}
        </span>
        <ExceptionMark exceptions={exceptions} />
        <span className="font-semibold tabular-nums">
          <span className="sr-only">{t('week.paid')} </span>
          {hoursText(sum.paid)}
        </span>
        <ChevronDown aria-hidden="true" className="size-5 shrink-0 text-muted group-open:rotate-180" />
      </summary>
      <div className="grid gap-3 px-4 pb-4 text-sm">
        <dl className="grid gap-1">
          {person.days.map((cell, at) => (
            <div key={days[at]} className="flex justify-between gap-4">
              <dt className="text-muted">{names[at]}</dt>
              <dd className="text-end tabular-nums">
                <DayHours cell={cell} named />
              </dd>
            </div>
          ))}
          <div className="flex justify-between gap-4 border-t pt-1">
            <dt className="text-muted">{t('week.sum')}</dt>
            <dd className="text-end tabular-nums">
              <WeekSum cell={sum} wages={wages} />
            </dd>
          </div>
        </dl>
        <Exceptions exceptions={exceptions} hours={`/employ/workplaces/${place.id}/now/${person.userId}`} />
        <TextLink
          prefetch={false}
          href={`/employ/workplaces/${place.id}/now/${person.userId}?day=${days[0]}`}
        >
          {t('week.open')}
        </TextLink>
      </div>
    </details>
  )
}
