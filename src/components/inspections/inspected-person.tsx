'use client'

import { FileDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonStyles } from '@/components/ui/button-styles'
import { Card, CardHeader } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useDaysText, useDayText } from '@/components/words/calendar-day'
import { useMoneyText } from '@/components/words/money'
import { dayOf } from '@/domain/time'
import { hoursText } from '@/domain/worked-days'
import type { Look } from './look'

type Person = NonNullable<Look['person']>

interface InspectedPersonProps {
  link: string
  month: string
  person: Person
  workplace: Look['workplace']
}

/** Somebody's days of a month: beginning, end, breaks and hours. */
export function InspectedPerson({ link, month, person, workplace }: InspectedPersonProps) {
  const t = useTranslations('inspections')
  const { employmentId, jobTitle, number, entries, pay } = person
  return (
    <>
      <Card padded={false}>
        <CardHeader
          className="px-4 pt-4 sm:px-6 sm:pt-6"
          title={t('page.number', { number: String(number) })}
          {...(jobTitle && { description: jobTitle })}
          actions={
            <a
              href={`/api/inspections/${link}/records/${employmentId}/${month}`}
              download
              className={buttonStyles('secondary', 'md')}
            >
              <FileDown aria-hidden="true" />
              {t('page.pdf')}
            </a>
          }
        />
        {entries.length === 0 ? (
          <p className="px-4 pb-4 sm:px-6 sm:pb-6">{t('page.noHours')}</p>
        ) : (
          <Days person={person} timeZone={workplace.timeZone} />
        )}
      </Card>
      {pay && <Pay pay={pay} currency={workplace.currency} />}
    </>
  )
}

function Days({ person: { name, entries, minutes: all }, timeZone }: { person: Person; timeZone: string }) {
  const t = useTranslations('inspections')
  const dayText = useDayText()
  const heads = ['day', 'in', 'out', 'breaks', 'hours', 'remark'] as const
  return (
    <Table
      label={name}
      head={heads.map((head) => (
        <Th key={head} className="text-start">
          {t(`page.${head}`)}
        </Th>
      ))}
    >
      {entries.map(({ id, startedAt, endedAt, pausedMinutes, minutes, remark }) => (
        <Tr key={id}>
          <Td className="font-semibold">{dayText(dayOf(startedAt, timeZone))}</Td>
          <Td label={t('page.in')}>
            <Time at={startedAt} timeZone={timeZone} />
          </Td>
          <Td label={t('page.out')}>
            {endedAt ? <Time at={endedAt} timeZone={timeZone} /> : t('page.notOver')}
          </Td>
          <Td label={t('page.breaks')} className="tabular-nums">
            {hoursText(pausedMinutes)}
          </Td>
          <Td label={t('page.hours')} className="tabular-nums">
            {endedAt ? hoursText(minutes) : '–'}
          </Td>
          <Td label={t('page.remark')}>{remark ? t(`page.remarks.${remark}`) : '–'}</Td>
        </Tr>
      ))}
      <Tr className="font-bold">
        <Td>{t('page.total')}</Td>
        <Td className="max-sm:hidden!" />
        <Td className="max-sm:hidden!" />
        <Td className="max-sm:hidden!" />
        <Td label={t('page.hours')} className="tabular-nums">
          {hoursText(all)}
        </Td>
        <Td className="max-sm:hidden!" />
      </Tr>
    </Table>
  )
}

function Pay({ pay: { rates, payments }, currency }: { pay: NonNullable<Person['pay']>; currency: string }) {
  const t = useTranslations('inspections')
  const dayText = useDayText()
  const days = useDaysText()
  const money = useMoneyText()
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card>
        <CardHeader title={t('page.rates')} />
        <ul className="grid gap-2">
          {rates.map(({ id, from, minorPerHour, kind }) => (
            <li key={id}>
              <p className="font-semibold">
                {t('page.rate', { amount: money({ amount: minorPerHour, currency }) })}
              </p>
              <p className="text-muted text-sm">
                {t('page.since', { kind: kind ?? t('page.allKinds'), day: dayText(from) })}
              </p>
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <CardHeader title={t('page.payments')} />
        {payments.length === 0 && <p className="text-muted">{t('page.noPayments')}</p>}
        <ul className="grid gap-2">
          {payments.map(({ id, from, to, gross, paidOn }) => (
            <li key={id}>
              <p className="font-semibold tabular-nums">{money(gross)}</p>
              <p className="text-muted text-sm">{days(from, to)}</p>
              <p className="text-muted text-sm">{t('page.paid', { day: dayText(paidOn) })}</p>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
