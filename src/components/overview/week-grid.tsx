'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { dayDate } from '@/domain/weeks'
import { hoursText } from '@/domain/worked-days'
import { Table, Td, Th, Tr } from '../ui/table'
import { TextLink } from '../ui/text-link'
import { useMoneyText } from '../words/money'
import { ExceptionMark } from './exception-mark'
import type { OverviewWeek, WeekRow } from './overview'
import { DayHours } from './week-cell'
import { WeekLines } from './week-lines'

interface WeekGridProps extends Pick<OverviewWeek, 'people' | 'days' | 'place'> {
  wages: boolean
}

/** People by days: hours by the clock, and what is paid of them. */
export function WeekGrid({ people, days, place, wages }: WeekGridProps) {
  const t = useTranslations('overview')
  const locale = useLocale()
  const nameOf = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', timeZone: 'UTC' })
  const names = days.map((day) => nameOf.format(dayDate(day)))
  return (
    <>
      <WeekLines {...{ people, days, place, names, wages }} />
      <div className="overflow-x-auto max-sm:hidden">
        <Table
          label={t('week.table')}
          head={
            <>
              <Th className="text-start">{t('week.person')}</Th>
              {names.map((name) => (
                <Th key={name} className="px-2! text-end">
                  {name}
                </Th>
              ))}
              <Th className="px-2! text-end">{t('week.sum')}</Th>
              <Th className="px-2! text-end">{t('week.regular')}</Th>
              <Th className="px-2! text-end">{t('week.overtime')}</Th>
              {wages && <Th className="px-2! text-end">{t('week.amount')}</Th>}
            </>
          }
        >
          {people.map((person) => (
            <Row key={person.employmentId} {...{ person, names, days, place, wages }} />
          ))}
        </Table>
      </div>
    </>
  )
}

interface RowProps extends Pick<OverviewWeek, 'days' | 'place'> {
  person: WeekRow
  names: readonly string[]
  wages: boolean
}

function Row({ person, names, days, place, wages }: RowProps) {
  const t = useTranslations('overview')
  const money = useMoneyText()
  return (
    <Tr>
      <Td className="wrap-anywhere font-semibold">
        <Link
          prefetch={false}
          href={`/employ/employments/${person.employmentId}`}
          className="hover:underline"
        >
          {person.name}
        </Link>{' '}
        <ExceptionMark exceptions={person.exceptions} />
        <TextLink
          prefetch={false}
          href={`/employ/workplaces/${place.id}/now/${person.userId}?day=${days[0]}`}
          aria-label={t('week.entriesOf', { name: person.name })}
          className="block text-sm"
        >
          {t('week.entries')}
        </TextLink>
      </Td>
      {person.days.map((cell, at) => (
        <Td key={days[at]} label={names[at] ?? ''} className="px-2! text-end text-sm tabular-nums">
          <DayHours cell={cell} />
        </Td>
      ))}
      <Td label={t('week.sum')} className="px-2! text-end font-semibold text-sm tabular-nums">
        <DayHours cell={person.sum} />
      </Td>
      {(['regular', 'overtime'] as const).map((what) => (
        <Td key={what} label={t(`week.${what}`)} className="px-2! text-end text-sm tabular-nums">
          {hoursText(person.sum[what])}
        </Td>
      ))}
      {wages && (
        <Td label={t('week.amount')} className="px-2! text-end font-semibold text-sm tabular-nums">
          {person.sum.amount && money(person.sum.amount)}
        </Td>
      )}
    </Tr>
  )
}
