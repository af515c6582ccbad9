'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LineName } from '@/components/payments/line-name'
import type { ApiOutput } from '@/components/providers/api-output'
import { Card, CardHeader } from '@/components/ui/card'
import { useDaysText } from '@/components/words/calendar-day'
import { useMoneyText } from '@/components/words/money'
import { formatHours } from '@/domain/pay/durations'
import { Why, type WhyOf } from './why'

type Sheet = ApiOutput['payPeriods']['ownTimesheet']
type Sum = Sheet['sums'][number]

interface SumsProps {
  sums: readonly Sum[]
  of: Omit<WhyOf, 'sum'>
}

/** Every sum of the period, by weeks; each opens to the lines, entries and punches behind it. */
export function SumsCard(props: SumsProps) {
  const t = useTranslations('pay-periods')
  return (
    <Card padded={false}>
      <CardHeader
        className="px-4 pt-4 sm:px-6 sm:pt-6"
        title={t('sheet.sums')}
        description={t('sheet.why')}
      />
      <Sums {...props} />
    </Card>
  )
}

function Sums({ sums, of }: SumsProps) {
  const t = useTranslations('pay-periods')
  const days = useDaysText()
  const numbered = sums.map((sum, at) => ({ ...sum, at }))
  const weeks = [...new Set(sums.map(({ week }) => week))]
  if (sums.length === 0) return <p className="px-4 py-6 text-muted sm:px-6">{t('sheet.none')}</p>
  return (
    <div className="divide-y">
      {weeks.map((week) => (
        <section key={week} aria-labelledby={`week-${week}`}>
          <h3 id={`week-${week}`} className="bg-sunken/60 px-4 py-2 font-semibold text-sm sm:px-6">
            {t('sheet.week', { day: days(week) })}
          </h3>
          <ul className="divide-y">
            {numbered
              .filter((sum) => sum.week === week)
              .map((sum) => (
                <li key={sum.at}>
                  <SumRow sum={sum} of={{ ...of, sum: sum.at }} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function SumRow({ sum, of }: { sum: Sum; of: WhyOf }) {
  const t = useTranslations('pay-periods')
  const money = useMoneyText()
  const [open, setOpen] = useState(false)
  const { kind, name, minutes, rate, factor, amount } = sum
  return (
    <details className="group" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 px-4 py-2.5 hover:bg-sunken/60 sm:px-6">
        <ChevronDown
          aria-hidden="true"
          className="size-5 shrink-0 text-muted transition-transform group-open:rotate-180"
        />
        <span className="min-w-0 flex-1">
          <span className="font-semibold">
            <LineName kind={kind} name={name} />
          </span>
          <span className="block text-muted text-sm tabular-nums">
            {rate
              ? t('sum.priced', {
                  ...{ hours: formatHours(minutes), rate: money(rate), factor: Number(factor ?? 1) },
                })
              : t('sum.hours', { hours: formatHours(minutes) })}
          </span>
        </span>
        {amount && <span className="font-semibold tabular-nums">{money(amount)}</span>}
      </summary>
      {open && <Why of={of} />}
    </details>
  )
}
