'use client'

import { FileDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { buttonStyles } from '@/components/ui/button-styles'
import { Card, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useMonthText } from '@/components/words/calendar-day'
import { monthsBetween } from '@/domain/months'

interface Employed {
  id: string
  startedOn: string
  endedOn: string | null
  workplace: { name: string }
}

interface MonthRecordsProps {
  employments: readonly Employed[]
  /** `YYYY-MM` */
  thisMonth: string
}

const monthOf = (day: string) => day.slice(0, 7)

function monthsOf({ startedOn, endedOn }: Employed, thisMonth: string): string[] {
  const last = endedOn === null ? thisMonth : monthOf(endedOn)
  return monthsBetween(monthOf(startedOn), last < thisMonth ? last : thisMonth)
}

/** The record of a month's hours as PDF, of each employment with a month that has begun. */
export function MonthRecords({ employments, thisMonth }: MonthRecordsProps) {
  const t = useTranslations('records')
  const begun = employments.filter((one) => monthsOf(one, thisMonth).length > 0)
  if (begun.length === 0) return null
  return (
    <Card>
      <CardHeader title={t('month.title')} description={t('month.hint')} />
      <ul className="grid gap-4">
        {begun.map((one) => (
          <li key={one.id}>
            <MonthChoice employmentId={one.id} place={one.workplace.name} months={monthsOf(one, thisMonth)} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface MonthChoiceProps {
  employmentId: string
  place: string
  months: readonly string[]
}

function MonthChoice({ employmentId, place, months }: MonthChoiceProps) {
  const t = useTranslations('records')
  const monthText = useMonthText()
  const [month, setMonth] = useState(months[0] ?? '')
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label={t('month.of', { place })} className="min-w-56 flex-1">
        <Select value={month} onChange={(event) => setMonth(event.target.value)}>
          {months.map((one) => (
            <option key={one} value={one}>
              {monthText(one)}
            </option>
          ))}
        </Select>
      </Field>
      <a href={`/api/records/${employmentId}/${month}`} download className={buttonStyles('secondary', 'md')}>
        <FileDown aria-hidden="true" />
        {t('month.download')}
      </a>
    </div>
  )
}
