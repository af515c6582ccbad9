'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LineName } from '@/components/payments/line-name'
import type { ApiOutput } from '@/components/providers/api-output'
import { useDaysText } from '@/components/words/calendar-day'
import { useMoneyText } from '@/components/words/money'

export type Extra = ApiOutput['extras']['own'][number]

/** Pay without work: for what, on which day, how much, by whom and why. */
export function ExtraList({ extras, act }: { extras: Extra[]; act?: (extra: Extra) => ReactNode }) {
  const t = useTranslations('extras')
  const days = useDaysText()
  const money = useMoneyText()
  if (extras.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ul className="divide-y">
      {extras.map((extra) => {
        const { id, day, name, minutes, amount, reason, by } = extra
        return (
          <li key={id} className="flex items-center gap-3 py-2.5">
            <div className="min-w-0 flex-1">
              <p className="wrap-anywhere font-semibold">
                <LineName kind="extra" name={name} />
              </p>
              <p className="text-muted text-sm">
                {days(day)}
                {minutes !== null && <span className="ms-3">{t('for', { minutes })}</span>}
              </p>
              <p className="wrap-anywhere text-sm">{by ? t('by', { reason, name: by }) : reason}</p>
            </div>
            {amount && <span className="font-semibold tabular-nums">{money(amount)}</span>}
            {act?.(extra)}
          </li>
        )
      })}
    </ul>
  )
}
