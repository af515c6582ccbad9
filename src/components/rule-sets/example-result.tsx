'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LineName } from '@/components/payments/line-name'
import { Notice } from '@/components/ui/notice'
import { Stat } from '@/components/ui/stat'
import { useMoneyText } from '@/components/words/money'
import { formatHours } from '@/domain/pay/durations'
import type { ExampleSum, PayExample } from '@/domain/pay-examples'

/** What an example comes to: hours, gross pay, the sums of its lines, and what it warns of. */
export function ExampleResult({ example, currency }: { example: PayExample; currency: string }) {
  const t = useTranslations('rule-sets')
  const exception = useTranslations('pay-periods')
  const money = useMoneyText()
  const { regularMinutes, overtime, gross, sums, warnings } = example
  return (
    <div className="grid gap-4">
      <dl className="grid grid-cols-2 gap-4">
        <Stat label={t('example.regular')} value={formatHours(regularMinutes)} />
        {overtime.map(({ factor, minutes }) => (
          <Stat
            key={factor}
            label={t('example.overtime', { factor: Number(factor) })}
            value={formatHours(minutes)}
          />
        ))}
        <Stat label={t('example.gross')} value={money({ amount: gross, currency })} />
      </dl>
      <ul className="divide-y border-t">
        {sums.map((sum) => (
          <SumRow key={[sum.kind, sum.name, sum.rate, sum.factor].join()} sum={sum} currency={currency} />
        ))}
      </ul>
      {warnings.length > 0 && (
        <Notice tone="caution" icon={<TriangleAlert />} title={t('example.warns')}>
          <ul>
            {warnings.map((code) => (
              <li key={code}>{exception(`exception.${code}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

function SumRow({ sum, currency }: { sum: ExampleSum; currency: string }) {
  const t = useTranslations('rule-sets')
  const money = useMoneyText()
  const { kind, name, minutes, rate, factor, amount } = sum
  const hours = formatHours(minutes)
  return (
    <li className="flex items-center gap-3 py-2">
      <span className="min-w-0 flex-1">
        <span className="wrap-anywhere font-semibold">
          <LineName kind={kind} name={name} />
        </span>
        <span className="block text-muted text-sm tabular-nums">
          {rate === null
            ? t('example.hours', { hours })
            : t('example.priced', {
                ...{ hours, factor: Number(factor ?? 1), rate: money({ amount: rate, currency }) },
              })}
        </span>
      </span>
      {kind !== 'break' && <span className="tabular-nums">{money({ amount, currency })}</span>}
    </li>
  )
}
