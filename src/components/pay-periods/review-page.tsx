'use client'

import { useQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PayrollCard } from '@/components/exports/payroll-card'
import { NoneFound } from '@/components/lists/list-body'
import { useFilters } from '@/components/lists/use-filters'
import { PayButton } from '@/components/payments/pay-button'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { useHoursStream } from '@/components/time-entries/use-work'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { FormError } from '@/components/ui/form-error'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { useShownPart } from '@/components/ui/shown-part'
import { Table, Th } from '@/components/ui/table'
import { useErrorText } from '@/components/words/error-words'
import { reviewRows } from '@/domain/lists'
import { ApproveAll } from './approve-all'
import { PeriodChoice } from './period-choice'
import { ReviewRow } from './review-row'
import { ReviewTools } from './review-tools'

type Review = ApiOutput['payPeriods']['review']

/** Everybody's hours of a period, for whoever approves, sees wages or pays. */
export function ReviewPage({ initial }: { initial: Review }) {
  const t = useTranslations('pay-periods')
  const words = useTranslations('lists')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const { id: workplaceId } = initial.place
  const day = initial.period.from
  const { data, error } = useQuery(
    trpc.payPeriods.review.queryOptions({ workplaceId, day }, { initialData: initial }),
  )
  const { viewerId, lastEventId: since } = initial
  useHoursStream({ feed: { kind: 'workplace', workplaceId }, viewerId, since, error })
  const { place, people, period, rights, today } = data
  const [filters, change] = useFilters('review')
  const shown = reviewRows(people, filters)
  const ready = people.filter((one) => !one.approvedAt && one.exceptions.length === 0).length
  return (
    <>
      <PageHeader
        back={{ href: `/employ/workplaces/${workplaceId}`, label: place.name }}
        title={t('title')}
        actions={
          <>
            {rights.approve && <ApproveAll {...{ workplaceId, day, ready, period, today }} />}
            {rights.seeWages && (
              <LinkButton
                href={`/employ/workplaces/${workplaceId}/payments`}
                variant="secondary"
                className="max-sm:flex-auto"
              >
                {words('payments.link')}
              </LinkButton>
            )}
            {rights.pay && <PayButton {...{ workplaceId, day, today }} />}
          </>
        }
      />
      <div className="mb-4">
        <PeriodChoice
          {...{ period, today }}
          href={(on) => `/employ/workplaces/${workplaceId}/pay?day=${on}`}
        />
      </div>
      <FormError>{error && errorText(error)}</FormError>
      {people.length > 0 && <ReviewTools {...{ workplaceId, day, filters, rights, change }} />}
      <Card padded={false}>
        {people.length === 0 ? (
          <EmptyState icon={<Users />} title={t('review.none')}>
            {t('review.noneHint')}
          </EmptyState>
        ) : shown.length === 0 ? (
          <NoneFound />
        ) : (
          <People review={data} people={shown} />
        )}
      </Card>
      {rights.pay && people.length > 0 && (
        <div className="mt-6 max-w-4xl">
          <PayrollCard workplace={place} day={day} />
        </div>
      )}
    </>
  )
}

function People({ review, people }: { review: Review; people: Review['people'] }) {
  const t = useTranslations('pay-periods')
  const { rights } = review
  const { part, more } = useShownPart(people)
  return (
    <>
      <Table
        label={t('review.table')}
        head={
          <>
            <Th className="text-start">{t('review.person')}</Th>
            <Th className="text-end">{t('review.hours')}</Th>
            <Th className="text-end sm:max-lg:hidden">{t('review.regular')}</Th>
            <Th className="text-end">{t('review.overtime')}</Th>
            {rights.seeWages && (
              <>
                <Th className="text-end sm:max-lg:hidden">{t('review.extras')}</Th>
                <Th className="text-end">{t('review.gross')}</Th>
              </>
            )}
            <Th className="text-start">{t('review.state')}</Th>
            <Th>
              <span className="sr-only">{t('review.actions')}</span>
            </Th>
          </>
        }
      >
        {part.map((person) => (
          <ReviewRow key={person.employmentId} {...{ person, review }} />
        ))}
      </Table>
      {more}
    </>
  )
}
