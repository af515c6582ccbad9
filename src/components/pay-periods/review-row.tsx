'use client'

import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { Td, Tr } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { toast } from '@/components/ui/toast'
import { useMoneyText } from '@/components/words/money'
import { formatHours } from '@/domain/pay/durations'
import { ApproveButton } from './approve-button'
import { Exceptions } from './exceptions'
import { SheetState } from './sheet-state'
import { useSheetActs } from './use-sheet-acts'

type Review = ApiOutput['payPeriods']['review']

interface ReviewRowProps {
  person: Review['people'][number]
  review: Review
}

/** One person's hours of the period. */
export function ReviewRow({ person, review }: ReviewRowProps) {
  const t = useTranslations('pay-periods')
  const money = useMoneyText()
  const { place, period, rights } = review
  const { employmentId, name, jobTitle, paidMinutes, regularMinutes, overtimeMinutes } = person
  return (
    <Tr compact="figure">
      <Td>
        <div className="grid min-w-0 gap-1">
          <TextLink
            prefetch={false}
            translate="no"
            href={`/employ/employments/${employmentId}`}
            className="wrap-anywhere"
          >
            {name}
          </TextLink>
          {jobTitle && <span className="text-muted text-sm">{jobTitle}</span>}
          <Exceptions
            exceptions={person.exceptions}
            hours={`/employ/workplaces/${place.id}/now/${person.userId}`}
          />
        </div>
      </Td>
      <Td label={t('review.hours')} className="text-end font-semibold tabular-nums">
        <TextLink
          prefetch={false}
          href={`/employ/workplaces/${place.id}/pay/${period.from}/${employmentId}`}
          aria-label={t('review.timesheetOf', { name, hours: formatHours(paidMinutes) })}
        >
          {formatHours(paidMinutes)}
        </TextLink>
      </Td>
      <Td label={t('review.regular')} className="text-end tabular-nums max-sm:hidden! sm:max-lg:hidden">
        {formatHours(regularMinutes)}
      </Td>
      <Td label={t('review.overtime')} className="text-end tabular-nums">
        {formatHours(overtimeMinutes)}
      </Td>
      {rights.seeWages && (
        <>
          <Td
            label={t('review.extras')}
            className={`text-end tabular-nums sm:max-lg:hidden ${person.extras?.amount ? '' : 'max-sm:hidden!'}`}
          >
            {person.extras?.amount ? money(person.extras) : null}
          </Td>
          <Td label={t('review.gross')} className="text-end tabular-nums">
            {person.gross && money(person.gross)}
          </Td>
        </>
      )}
      <Td>
        <SheetState state={person.state} />
      </Td>
      <Td className="text-end max-sm:justify-end!">
        {rights.approve && !person.approvedAt && <Approve {...{ person, review }} />}
      </Td>
    </Tr>
  )
}

function Approve({ person, review: { place, period, today } }: ReviewRowProps) {
  const t = useTranslations('pay-periods')
  const { approve } = useSheetActs()
  const { employmentId, name, paidMinutes: minutes, exceptions } = person
  const act = async () => {
    await approve.mutateAsync({ workplaceId: place.id, employmentId, day: period.from, minutes })
    toast.success(t('approve.done', { name }))
  }
  return (
    <ApproveButton
      {...{ period, today }}
      size="sm"
      loading={approve.isPending}
      disabled={exceptions.some(({ critical }) => critical)}
      aria-label={t('approve.of', { name })}
      onApprove={act}
    >
      {t('approve.button')}
    </ApproveButton>
  )
}
