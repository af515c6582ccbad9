'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useMonthText } from '@/components/words/calendar-day'

interface MonthSelectProps {
  link: string
  months: readonly string[]
  month: string
  employmentId: string | undefined
}

/** Which of the months is looked at; the address says so too. */
export function MonthSelect({ link, months, month, employmentId }: MonthSelectProps) {
  const t = useTranslations('inspections')
  const monthText = useMonthText()
  const router = useRouter()
  const [going, go] = useTransition()

  function choose(chosen: string) {
    const query = new URLSearchParams({ month: chosen, ...(employmentId && { employment: employmentId }) })
    go(() => router.push(`/inspect/${link}?${query}`))
  }
  return (
    <Field label={t('page.month')} className="max-w-64">
      <Select value={month} aria-busy={going} onChange={(event) => choose(event.target.value)}>
        {months.map((one) => (
          <option key={one} value={one}>
            {monthText(one)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
