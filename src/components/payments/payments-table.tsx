'use client'

import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { useDaysText } from '@/components/words/calendar-day'
import { useMoneyText } from '@/components/words/money'

interface PaymentsTableProps {
  workplaceId: string
  payments: ApiOutput['payments']['ofWorkplace']['items']
}

/** Payments, each with the way to its lines and its statement. */
export function PaymentsTable({ workplaceId, payments }: PaymentsTableProps) {
  const t = useTranslations('lists')
  const words = useTranslations('payments')
  const [days, money] = [useDaysText(), useMoneyText()]
  return (
    <Table
      label={t('payments.table')}
      head={
        <>
          <Th className="text-start">{t('column.name')}</Th>
          <Th className="text-start">{t('column.paidOn')}</Th>
          <Th className="text-start sm:max-lg:hidden">{t('column.period')}</Th>
          <Th className="text-start">{t('column.method')}</Th>
          <Th className="text-start">{t('column.reference')}</Th>
          <Th className="text-end">{t('column.gross')}</Th>
        </>
      }
    >
      {payments.map(({ id, name, paidOn, period, method, reference, gross }) => (
        <Tr key={id} compact="figure">
          <Td>
            <TextLink
              prefetch={false}
              translate="no"
              href={`/employ/workplaces/${workplaceId}/pay/payments/${id}`}
              className="wrap-anywhere"
            >
              {name}
            </TextLink>
          </Td>
          <Td label={t('column.paidOn')} className="sm:whitespace-nowrap">
            {days(paidOn)}
          </Td>
          <Td label={t('column.period')} className="sm:max-lg:hidden">
            {days(period.from, period.to)}
          </Td>
          <Td label={t('column.method')}>{words(`method.${method}`)}</Td>
          <Td label={t('column.reference')} className={`wrap-anywhere ${reference ? '' : 'max-sm:hidden!'}`}>
            {reference ?? '–'}
          </Td>
          <Td className="text-end font-semibold tabular-nums">{money(gross)}</Td>
        </Tr>
      ))}
    </Table>
  )
}
