'use client'

import { FileSpreadsheet } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonStyles } from '@/components/ui/button-styles'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { useTimeText } from '@/components/ui/time'
import { hoursText } from '@/domain/worked-days'
import { InspectedPerson } from './inspected-person'
import type { Look } from './look'
import { MonthSelect } from './month-select'

interface InspectionPageProps {
  link: string
  look: Look
}

/** The records of a workplace as an inspector reads them. */
export function InspectionPage({ link, look }: InspectionPageProps) {
  const t = useTranslations('inspections')
  const timeText = useTimeText()
  const { workplace, name, expiresAt, month, months, person } = look
  const until = timeText(expiresAt, workplace.timeZone, 'dateTime')
  const files = `/api/inspections/${link}/hours`
  return (
    <div className="mx-auto w-full max-w-app px-4 pb-12 sm:px-6">
      <PageHeader
        title={person ? person.name : t('page.title')}
        description={t('page.description', { workplace: workplace.name, name, until })}
        {...(person && month && { back: { href: `/inspect/${link}?month=${month}`, label: t('page.back') } })}
        {...(month &&
          !person && {
            actions: (
              <>
                <a href={`${files}?month=${month}`} download className={buttonStyles('secondary', 'md')}>
                  <FileSpreadsheet aria-hidden="true" />
                  {t('page.csvMonth')}
                </a>
                <a href={files} download className={buttonStyles('secondary', 'md')}>
                  <FileSpreadsheet aria-hidden="true" />
                  {t('page.csvAll')}
                </a>
              </>
            ),
          })}
      />
      {month === null ? (
        <p>{t('page.noMonth')}</p>
      ) : (
        <div className="grid gap-6">
          <MonthSelect {...{ link, months, month }} employmentId={person?.employmentId} />
          {person ? (
            <InspectedPerson {...{ link, month, person, workplace }} />
          ) : (
            <People {...{ link, month, look }} />
          )}
          <p className="text-muted text-sm">{t('page.zone', { zone: workplace.timeZone })}</p>
        </div>
      )}
    </div>
  )
}

function People({ link, month, look: { people } }: InspectionPageProps & { month: string }) {
  const t = useTranslations('inspections')
  if (people.length === 0) return <p>{t('page.none')}</p>
  return (
    <Card padded={false}>
      <Table
        label={t('page.people')}
        head={
          <>
            <Th className="text-start">{t('page.person')}</Th>
            <Th className="text-end">{t('page.hours')}</Th>
          </>
        }
      >
        {people.map(({ employmentId, name, number, jobTitle, minutes }) => (
          <Tr key={employmentId}>
            <Td>
              <span className="min-w-0">
                <TextLink
                  prefetch={false}
                  href={`/inspect/${link}?${new URLSearchParams({ month, employment: employmentId })}`}
                >
                  {name}
                </TextLink>
                <span className="block text-muted text-sm">
                  {jobTitle ?? t('page.number', { number: String(number) })}
                </span>
              </span>
            </Td>
            <Td label={t('page.hours')} className="text-end tabular-nums">
              {hoursText(minutes)}
            </Td>
          </Tr>
        ))}
      </Table>
    </Card>
  )
}
