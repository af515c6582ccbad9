'use client'

import { useQuery } from '@tanstack/react-query'
import { PenLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DraftStatementLink } from '@/components/exports/draft-statement-link'
import { OwnExtras } from '@/components/extras/own-extras'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { toast } from '@/components/ui/toast'
import { formatHours } from '@/domain/pay/durations'
import { PeriodChoice } from './period-choice'
import { SheetHead } from './sheet-head'
import { Signatures } from './signatures'
import { SumsCard } from './sums'
import { useSheetActs } from './use-sheet-acts'

type Sheet = ApiOutput['payPeriods']['ownTimesheet']

/** One's own hours of a period: what they come to, why, and one's name under them. */
export function OwnTimesheet({ initial }: { initial: Sheet }) {
  const t = useTranslations('pay-periods')
  const trpc = useTRPC()
  const { employmentId } = initial.sheet
  const day = initial.period.from
  const { data } = useQuery(
    trpc.payPeriods.ownTimesheet.queryOptions({ employmentId, day }, { initialData: initial }),
  )
  const { sheet, sums, place, period, today, history } = data
  return (
    <>
      <PageHeader back={{ href: '/work/pay', label: t('own.title') }} title={place.name} />
      <div className="grid max-w-4xl gap-6">
        <PeriodChoice {...{ period, today }} href={(on) => `/work/pay/${employmentId}/${on}`} />
        <SheetHead {...{ sheet, place }} />
        {!sheet.signedAt && <SignOff sheet={data} />}
        {sheet.payment && (
          <TextLink href={`/work/pay/payments/${sheet.payment.id}`}>{t('sheet.payment')}</TextLink>
        )}
        {!sheet.payment && sheet.gross && <DraftStatementLink {...{ employmentId, day }} />}
        <SumsCard sums={sums} of={{ workplaceId: null, employmentId, day }} />
        <OwnExtras of={{ employmentId, day }} />
        <Signatures {...{ history, place }} />
      </div>
    </>
  )
}

function SignOff({ sheet: { sheet, period, today } }: { sheet: Sheet }) {
  const t = useTranslations('pay-periods')
  const { signOff } = useSheetActs()
  const [asking, setAsking] = useState(false)
  const { employmentId, paidMinutes: minutes, exceptions } = sheet
  const act = async () => {
    await signOff.mutateAsync({ employmentId, day: period.from, minutes })
    toast.success(t('sign.done'))
  }
  return (
    <div className="grid justify-items-start gap-2">
      <Button
        disabled={exceptions.some(({ critical }) => critical) || period.from > today}
        onClick={() => setAsking(true)}
        className="max-sm:w-full"
      >
        <PenLine aria-hidden="true" />
        {t('sign.button')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('sign.question', { hours: formatHours(minutes) })}
        consequence={period.to < today ? t('sign.consequence') : t('sign.early')}
        confirm={t('sign.button')}
        tone="primary"
        onConfirm={act}
      />
    </div>
  )
}
