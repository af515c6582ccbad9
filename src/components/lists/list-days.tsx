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
  return (
    <>
      <Day label={t('days.from')} max={to} value={from} onDay={(day) => onChange({ from: day })} />
      <Day label={t('days.to')} min={from} value={to} onDay={(day) => onChange({ to: day })} />
    </>
  )
}

interface DayProps {
  label: string
  value: string
  min?: string
  max?: string
  onDay: (day: string) => void
}

function Day({ label, onDay, ...input }: DayProps) {
  const id = useId()
  return (
    <div className="flex min-w-0 items-center gap-2 max-sm:w-full">
      <label htmlFor={id} className="text-muted text-sm max-sm:w-16">
        {label}
      </label>
      <Input {...input} id={id} type="date" onChange={({ target }) => onDay(target.value)} />
    </div>
  )
}
