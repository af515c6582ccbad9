'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { DraftStatementLink } from '@/components/exports/draft-statement-link'
import { ExtrasCard } from '@/components/extras/extras-card'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { PeriodChoice } from './period-choice'
import { SheetHead } from './sheet-head'
import { Signatures } from './signatures'
import { SumsCard } from './sums'
import { Unlock } from './unlock'

/** One person's hours of a period, as a leader sees them. */
export function TimesheetPage({ initial }: { initial: ApiOutput['payPeriods']['timesheet'] }) {
  const t = useTranslations('pay-periods')
  const trpc = useTRPC()
  const { employmentId } = initial.sheet
  const [workplaceId, day] = [initial.place.id, initial.period.from]
  const of = { workplaceId, employmentId, day }
  const { data } = useQuery(trpc.payPeriods.timesheet.queryOptions(of, { initialData: initial }))
  const { sheet, sums, place, period, today, rights, history } = data
  const pay = `/employ/workplaces/${workplaceId}/pay`
  return (
    <>
      <PageHeader
        back={{ href: `${pay}?day=${day}`, label: t('title') }}
        title={<span translate="no">{sheet.name}</span>}
        {...(sheet.jobTitle && { description: sheet.jobTitle })}
        actions={rights.approve && sheet.approvedAt && <Unlock of={of} paid={sheet.payment !== null} />}
      />
      <div className="mb-6">
        <PeriodChoice {...{ period, today }} href={(on) => `${pay}/${on}/${employmentId}`} />
      </div>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,56rem)_minmax(24rem,32rem)]">
        <div className="grid gap-6">
          <SheetHead {...{ sheet, place }} leads />
          {sheet.payment && rights.seeWages && (
            <TextLink href={`${pay}/payments/${sheet.payment.id}`}>{t('sheet.payment')}</TextLink>
          )}
          {!sheet.payment && sheet.gross && <DraftStatementLink {...{ employmentId, day }} />}
          <SumsCard sums={sums} of={of} />
        </div>
        <div className="grid gap-6">
          <ExtrasCard
            of={{
              ...{ workplaceId, employmentId, name: sheet.name, period, today },
              ...{ currency: place.currency, wages: rights.seeWages },
            }}
            mayChange={rights.approve}
            locked={sheet.approvedAt !== null}
          />
          <Signatures {...{ history, place }} />
        </div>
      </div>
    </>
  )
}
