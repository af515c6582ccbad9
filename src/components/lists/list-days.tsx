'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Input } from '@/components/ui/input'

interface ListDaysProps {
  from: string | undefined
  to: string | undefined
  onChange: (days: { from: string } | { to: string }) => void
}

/** The first and the last day of what is shown. */
export function ListDays({ from = '', to = '', onChange }: ListDaysProps) {
  const t = useTranslations('lists')
  const id = useId()
  return (
    <>
      <div className="flex min-w-0 items-center gap-2 max-sm:w-full">
        <label htmlFor={`${id}from`} className="text-muted text-sm max-sm:w-16">
          {t('days.from')}
        </label>
        <Input
          id={`${id}from`}
          type="date"
          max={to}
          value={from}
          onChange={({ target }) => onChange({ from: target.value })}
        />
      </div>
      <div className="flex min-w-0 items-center gap-2 max-sm:w-full">
        <label htmlFor={`${id}to`} className="text-muted text-sm max-sm:w-16">
          {t('days.to')}
        </label>
        <Input
          id={`${id}to`}
          type="date"
          min={from}
          value={to}
          onChange={({ target }) => onChange({ to: target.value })}
        />
      </div>
    </>
  )
}
