'use client'

import { AlarmClock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { dayOf } from '@/domain/time'
import { hoursText } from '@/domain/worked-days'
import type { ApiOutput } from '../providers/api-output'
import { Badge } from '../ui/badge'
import { Table, Td, Th, Tr } from '../ui/table'
import { TextLink } from '../ui/text-link'
import { Time } from '../ui/time'
import { useDaysText } from '../words/calendar-day'

type Entry = ApiOutput['timeEntries']['ofWorkplace']['items'][number]

interface EntriesTableProps {
  workplaceId: string
  timeZone: string
  entries: readonly Entry[]
}

/** Entries by the clock of their workplace, each with the way to the person’s week. */
export function EntriesTable({ workplaceId, timeZone, entries }: EntriesTableProps) {
  const t = useTranslations('lists')
  return (
    <Table
      label={t('hours.table')}
      head={
        <>
          <Th className="text-start">{t('column.name')}</Th>
          <Th className="text-start">{t('column.day')}</Th>
          <Th className="text-start">{t('column.in')}</Th>
          <Th className="text-start">{t('column.out')}</Th>
          <Th className="text-start sm:max-lg:hidden">{t('column.kind')}</Th>
          <Th className="text-end">{t('column.hours')}</Th>
        </>
      }
    >
      {entries.map((entry) => (
        <Row key={entry.id} {...{ workplaceId, timeZone, entry }} />
      ))}
    </Table>
  )
}

interface RowProps extends Omit<EntriesTableProps, 'entries'> {
  entry: Entry
}

function Row({ workplaceId, timeZone, entry }: RowProps) {
  const t = useTranslations('lists')
  const days = useDaysText()
  const { userId, name, jobTitle, startedAt, endedAt, kind, flag, minutes } = entry
  const day = dayOf(startedAt, timeZone)
  const otherDay = endedAt && dayOf(endedAt, timeZone) !== day
  return (
    <Tr compact="figure">
      <Td>
        <div className="grid min-w-0 justify-items-start gap-1">
          <TextLink
            prefetch={false}
            translate="no"
            href={`/employ/workplaces/${workplaceId}/now/${userId}?day=${day}`}
            className="wrap-anywhere"
          >
            {name}
          </TextLink>
          {jobTitle && <span className="text-muted text-sm">{jobTitle}</span>}
          {flag && (
            <Badge tone="caution" icon={<AlarmClock aria-hidden="true" />}>
              {t('remark')}
            </Badge>
          )}
        </div>
      </Td>
      <Td label={t('column.day')} className="sm:whitespace-nowrap">
        {days(day)}
      </Td>
      <Td label={t('column.in')} className="tabular-nums">
        <Time at={startedAt} timeZone={timeZone} />
      </Td>
      <Td label={t('column.out')} className="tabular-nums">
        {endedAt ? (
          <Time at={endedAt} timeZone={timeZone} format={otherDay ? 'dateTime' : 'time'} />
        ) : (
          t('hours.open')
        )}
      </Td>
      <Td
        label={t('column.kind')}
        className={`wrap-anywhere sm:max-lg:hidden ${kind ? '' : 'max-sm:hidden!'}`}
      >
        {kind?.name ?? '–'}
      </Td>
      <Td className="text-end font-semibold tabular-nums">{hoursText(minutes)}</Td>
    </Tr>
  )
}
