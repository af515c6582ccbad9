'use client'

import { useTranslations } from 'next-intl'
import { StatementLink } from '@/components/exports/statement-link'
import type { ApiOutput } from '@/components/providers/api-output'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Stat } from '@/components/ui/stat'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { useDaysText } from '@/components/words/calendar-day'
import { useMoneyText } from '@/components/words/money'
import { formatHours } from '@/domain/pay/durations'
import { LineName } from './line-name'
import { PaidFor } from './paid-for'

type Payment = ApiOutput['payments']['byId']

interface PaymentPageProps {
  payment: Payment
  back: { href: string; label: string }
  /** Where the hours are opened down to the punches. */
  timesheet: string
}

/** What was paid, when and how, and every line of it. */
export function PaymentPage({ payment, back, timesheet }: PaymentPageProps) {
  const t = useTranslations('payments')
  const money = useMoneyText()
  const days = useDaysText()
  const { name, place, period, gross, paidOn, method, reference } = payment
  return (
    <>
      <PageHeader
        back={back}
        title={name}
        actions={<StatementLink paymentId={payment.id} />}
        description={t('one.of', { place: place.name, period: days(period.from, period.to) })}
      />
      <Card className="mb-6">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-8 gap-y-4 sm:grid-cols-4">
          <Stat label={t('one.gross')} value={money(gross)} />
          <Stat label={t('field.paidOn')} value={days(paidOn)} words />
          <Stat label={t('field.method')} value={t(`method.${method}`)} words />
          {reference && <Stat label={t('field.reference')} value={reference} words />}
        </dl>
        <p className="mt-4 text-muted text-sm">{t('one.grossOnly')}</p>
        <p className="mt-2">
          <TextLink prefetch={false} href={timesheet}>
            {t('one.why')}
          </TextLink>
        </p>
      </Card>
      <Lines payment={payment} />
    </>
  )
}

function Lines({ payment }: { payment: Payment }) {
  const { lines } = payment
  const t = useTranslations('payments')
  const money = useMoneyText()
  const days = useDaysText()
  const keyed = lines.map((line, at) => ({ ...line, key: at }))
  return (
    <Card padded={false}>
      <Table
        label={t('one.lines')}
        head={
          <>
            <Th className="text-start">{t('line.what')}</Th>
            <Th className="text-start">{t('line.day')}</Th>
            <Th className="text-end">{t('line.hours')}</Th>
            <Th className="text-end">{t('line.rate')}</Th>
            <Th className="text-end">{t('line.amount')}</Th>
          </>
        }
      >
        {keyed.map(({ key, kind, name, day, minutes, rate, factor, amount, ofPeriod, entryId }) => (
          <Tr key={key}>
            <Td className="font-semibold">
              <span>
                <LineName kind={kind} name={name} />
                {ofPeriod && (
                  <span className="block font-normal text-muted text-sm">
                    {t('line.ofPeriod', { period: days(ofPeriod.from, ofPeriod.to) })}
                  </span>
                )}
                <PaidFor line={{ kind, name, ofPeriod, entryId }} payment={payment} />
              </span>
            </Td>
            <Td label={t('line.day')}>{days(day)}</Td>
            <Td label={t('line.hours')} className="text-end tabular-nums">
              {formatHours(minutes)}
            </Td>
            <Td label={t('line.rate')} className="text-end tabular-nums">
              {rate && t('line.rateTimes', { rate: money(rate), factor: Number(factor ?? 1) })}
            </Td>
            <Td label={t('line.amount')} className="text-end tabular-nums">
              {money(amount)}
            </Td>
          </Tr>
        ))}
      </Table>
    </Card>
  )
}
