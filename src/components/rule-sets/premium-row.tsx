'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { type Weekday, weekdays } from '@/domain/pay/weekdays'
import type { Decided } from '@/domain/premium-law'
import type { PremiumFields } from '@/domain/rule-forms'
import { oneOf } from './form-parts'

type Typed = 'name' | 'from' | 'to' | 'factor' | 'amount'
type Told = Typed | keyof Decided

interface PremiumRowProps {
  row: PremiumFields
  currency: string
  /** What holds, decided or not. */
  now: Decided
  errorOf: (field: Told) => string | undefined
  change: (changes: Partial<PremiumFields>) => void
}

const units = ['factor', 'amount'] as const

export function PremiumRow({ row, currency, now, errorOf, change }: PremiumRowProps) {
  const t = useTranslations('rule-sets')
  const { pays, holidays } = row
  const field = (name: Typed) => ({
    value: row[name],
    onChange: ({ target }: { target: { value: string } }) => change({ [name]: target.value }),
  })
  return (
    <>
      <Field label={t('form.name')} error={errorOf('name')}>
        <Input autoComplete="off" maxLength={80} {...field('name')} />
      </Field>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t('form.pays')}>
          <Select value={pays} onChange={({ target }) => change({ pays: oneOf(units, target.value) })}>
            {units.map((one) => (
              <option key={one} value={one}>
                {t(`form.paysOf.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label={pays === 'factor' ? t('form.percent') : t('form.amount', { currency })}
          error={errorOf(pays)}
        >
          <Input inputMode="decimal" autoComplete="off" {...field(pays)} />
        </Field>
        <Field label={t('form.windowFrom')} hint={t('form.windowHint')} optional error={errorOf('from')}>
          <Input type="time" {...field('from')} />
        </Field>
        <Field label={t('form.windowTo')} optional error={errorOf('to')}>
          <Input type="time" {...field('to')} />
        </Field>
      </div>
      <Days row={row} change={change} />
      <div>
        <Checkbox
          label={t('form.holidays')}
          checked={holidays}
          onChange={({ target }) => change({ holidays: target.checked })}
        />
        <Checkbox
          label={t('form.inRegularRate')}
          hint={t('form.inRegularRateHint')}
          error={errorOf('inRegularRate')}
          checked={now.inRegularRate}
          onChange={({ target }) => change({ inRegularRate: target.checked })}
        />
        <Checkbox
          label={t('form.credited')}
          error={errorOf('credited')}
          checked={now.credited}
          onChange={({ target }) => change({ credited: target.checked })}
        />
      </div>
    </>
  )
}

function Days({ row: { days }, change }: Pick<PremiumRowProps, 'row' | 'change'>) {
  const t = useTranslations('rule-sets')
  const toggled = (day: Weekday, on: boolean) =>
    weekdays.filter((one) => (one === day ? on : days.includes(one)))
  return (
    <fieldset>
      <legend className="font-semibold text-sm">{t('form.days')}</legend>
      <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-4">
        {weekdays.map((day) => (
          <Checkbox
            key={day}
            label={t(`weekday.${day}`)}
            checked={days.includes(day)}
            onChange={({ target }) => change({ days: toggled(day, target.checked) })}
          />
        ))}
      </div>
      <p className="text-muted text-sm">{t('form.daysHint')}</p>
    </fieldset>
  )
}
