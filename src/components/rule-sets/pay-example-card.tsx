'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card, CardHeader } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { minorUnitDigits, parseWage } from '@/domain/money'
import { weekdays } from '@/domain/pay/weekdays'
import { type ExampleOf, type ExampleShift, payExample } from '@/domain/pay-examples'
import type { Rules } from '@/domain/rule-sets'
import { ExampleResult } from './example-result'

interface PayExampleCardProps extends Omit<ExampleOf, 'rules'> {
  /** Null while the form has mistakes. */
  rules: Rules | null
}

const first = {
  ...{ from: '08:00', to: '19:00', breakMinutes: '30', firstDay: 'monday', days: '1', holiday: false },
}
type Typed = typeof first & { rate: string }

const wholeUpTo = (typed: string, most: number) =>
  /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= most ? Number(typed) : null

/** The typed shift; null where something of it is not clear. */
function shiftOf(typed: Typed, currency: string): ExampleShift | null {
  const { from, to, holiday } = typed
  const breakMinutes = wholeUpTo(typed.breakMinutes || '0', 600)
  const days = wholeUpTo(typed.days, 7)
  const minorPerHour = parseWage(typed.rate, currency)
  const firstDay = weekdays.find((day) => day === typed.firstDay) ?? 'monday'
  if (!from || !to || breakMinutes === null || !days || minorPerHour === null) return null
  return { from, to, breakMinutes, firstDay, days, holiday, minorPerHour }
}

/** What a shift would be by rules, at once and by the calculation itself. */
export function PayExampleCard({ rules, currency, weekStart }: PayExampleCardProps) {
  const t = useTranslations('rule-sets')
  const [typed, setTyped] = useState<Typed>({ ...first, rate: minorUnitDigits(currency) ? '20' : '2000' })
  const set = (key: Exclude<keyof Typed, 'holiday'>) => ({
    value: typed[key],
    onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [key]: target.value }),
  })
  const shift = shiftOf(typed, currency)
  return (
    <Card>
      <CardHeader title={t('example.title')} description={t('example.hint')} />
      <div className="grid grid-cols-2 items-end gap-4">
        <Field label={t('example.from')}>
          <Input type="time" {...set('from')} />
        </Field>
        <Field label={t('example.to')}>
          <Input type="time" {...set('to')} />
        </Field>
        <Field label={t('example.day')}>
          <Select {...set('firstDay')}>
            {weekdays.map((day) => (
              <option key={day} value={day}>
                {t(`weekday.${day}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('example.days')}>
          <Input inputMode="numeric" autoComplete="off" {...set('days')} />
        </Field>
        <Field label={t('example.break')}>
          <Input inputMode="numeric" autoComplete="off" {...set('breakMinutes')} />
        </Field>
        <Field label={t('example.rate', { currency })}>
          <Input inputMode="decimal" autoComplete="off" {...set('rate')} />
        </Field>
      </div>
      <Checkbox
        label={t('example.holiday')}
        checked={typed.holiday}
        onChange={({ target }) => setTyped({ ...typed, holiday: target.checked })}
      />
      <div aria-live="polite" className="mt-3 border-t pt-4">
        {rules && shift ? (
          <ExampleResult example={payExample(shift, { rules, currency, weekStart })} currency={currency} />
        ) : (
          <p className="text-muted">{rules ? t('example.unclear') : t('example.wrong')}</p>
        )}
      </div>
    </Card>
  )
}
