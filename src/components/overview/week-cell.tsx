import { useTranslations } from 'next-intl'
import { hoursText } from '@/domain/worked-days'
import { useMoneyText } from '../words/money'
import type { WeekRow } from './overview'

type Cell = WeekRow['sum']

interface DayHoursProps {
  cell: Cell
  /** Where no legend says what stands below. */
  named?: boolean
}

/** The hours of a day: by the clock, and below them what counts. */
export function DayHours({ cell: { actual, paid }, named = false }: DayHoursProps) {
  const t = useTranslations('overview')
  if (actual === 0 && paid === 0) return <span className="text-muted">–</span>
  return (
    <span>
      <span className="sr-only">{t('week.actual')} </span>
      {hoursText(actual)}
      <span className="block font-normal text-muted">
        <span className={named ? '' : 'sr-only'}>{t('week.paid')}</span> {hoursText(paid)}
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
