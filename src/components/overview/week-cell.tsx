import { useTranslations } from 'next-intl'
import { hoursText } from '@/domain/worked-days'
import { useMoneyText } from '../words/money'
import type { WeekRow } from './overview'

type Cell = WeekRow['sum']

/** The hours of a day. */
export function DayHours({ cell: { actual, paid } }: { cell: Cell }) {
  const t = useTranslations('overview')
  if (actual === 0 && paid === 0) return <span className="text-muted">–</span>
  return (
    <span>
      <span className="sr-only">{t('week.actual')} </span>
      {hoursText(actual)}
      <span className="block text-muted">
        {t('week.paid')} {hoursText(paid)}
      </span>
    </span>
  )
}

/** How the hours of a week are paid. */
export function WeekKinds({ cell }: { cell: Cell }) {
  const t = useTranslations('overview')
  return (
    <span className="whitespace-nowrap">
      <span className="sr-only">{t('week.overtime')} </span>
      {hoursText(cell.overtime)}
      <span className="block text-muted">
        {t('week.regular')} {hoursText(cell.regular)}
      </span>
    </span>
  )
}

/** What a week comes to. */
export function WeekSum({ cell, wages }: { cell: Cell; wages: boolean }) {
  const t = useTranslations('overview')
  const money = useMoneyText()
  const lines = (['actual', 'paid', 'regular', 'overtime'] as const).map((what) => (
    <span key={what} className="block whitespace-nowrap">
      <span className="text-muted">{t(`week.${what}`)}</span> {hoursText(cell[what])}
    </span>
  ))
  return (
    <span>
      {lines}
      {wages && cell.amount && <span className="block font-semibold">{money(cell.amount)}</span>}
    </span>
  )
}
