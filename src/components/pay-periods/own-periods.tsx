'use client'

import { ReceiptText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { StatementLink } from '@/components/exports/statement-link'
import type { ApiOutput } from '@/components/providers/api-output'
import { Card, CardHeader } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import { useDaysText } from '@/components/words/calendar-day'
import { useMoneyText } from '@/components/words/money'
import { SheetState } from './sheet-state'

type Employment = ApiOutput['payPeriods']['own'][number]

/** One's own pay periods, by employment. */
export function OwnPeriods({ employments }: { employments: Employment[] }) {
  const t = useTranslations('pay-periods')
  if (employments.length === 0)
    return (
      <Card>
        <EmptyState icon={<ReceiptText />} title={t('own.none')}>
          {t('own.noneHint')}
        </EmptyState>
      </Card>
    )
  return (
    <div className="grid max-w-3xl gap-6">
      {employments.map((employment) => (
        <Periods key={employment.employmentId} employment={employment} />
      ))}
    </div>
  )
}

function Periods({ employment: { employmentId, place, jobTitle, items } }: { employment: Employment }) {
  const rules = useTranslations('rule-sets')
  const days = useDaysText()
  const money = useMoneyText()
  return (
    <Card padded={false}>
      <CardHeader
        className="px-4 pt-4 sm:px-6 sm:pt-6"
        title={place.name}
        {...(jobTitle && { description: jobTitle })}
        actions={<TextLink href={`/work/workplaces/${employmentId}/rules`}>{rules('own.link')}</TextLink>}
      />
      <ul className="divide-y border-t">
        {items.map(({ from, to, state, payment }) => (
          <li key={from} className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6">
            <TextLink href={`/work/pay/${employmentId}/${from}`} className="min-w-44 flex-1 tabular-nums">
              {days(from, to)}
            </TextLink>
            {payment?.gross && <span className="tabular-nums">{money(payment.gross)}</span>}
            <SheetState state={state} />
            {payment && <StatementLink paymentId={payment.id} of={days(from, to)} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}
