'use client'

import { useTranslations } from 'next-intl'
import type { FieldErrors, UseFormRegister } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { presetIds } from '@/domain/pay/presets'
import { payCycles } from '@/domain/pay-periods'
import { weekdays } from '@/domain/weeks'
import type { NewWorkplaceInput } from '@/domain/workplaces-schema'
import { useCurrencyOptions } from './country-names'

interface PayFieldsProps {
  register: UseFormRegister<NewWorkplaceInput>
  errors: FieldErrors<NewWorkplaceInput>
  /** Whether periods are counted from a day. */
  counted: boolean
}

/** What pay rests on: chosen once, when a workplace is made. */
export function PayFields({ register, errors, counted }: PayFieldsProps) {
  const t = useTranslations('workplaces')
  const currencies = useCurrencyOptions()
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t('field.currency')} error={errors.currency?.message}>
          <Select {...register('currency')}>
            {currencies.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('field.weekStart')} error={errors.weekStart?.message}>
          <Select {...register('weekStart')}>
            {weekdays.map((day) => (
              <option key={day} value={day}>
                {t(`weekday.${day}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('field.payCycle')} error={errors.payCycle?.message}>
          <Select {...register('payCycle')}>
            {payCycles.map((cycle) => (
              <option key={cycle} value={cycle}>
                {t(`payCycle.${cycle}`)}
              </option>
            ))}
          </Select>
        </Field>
        {counted && (
          <Field label={t('field.firstPeriod')} error={errors.firstPeriod?.message}>
            <Input type="date" {...register('firstPeriod')} />
          </Field>
        )}
      </div>
      <p className="-mt-2 text-muted text-sm">
        {counted && `${t('field.firstPeriodHint')} `}
        {t('field.fixedHint')}
      </p>
      <Field label={t('field.preset')} hint={t('field.presetHint')} error={errors.preset?.message}>
        <Select {...register('preset')}>
          {presetIds.map((preset) => (
            <option key={preset} value={preset}>
              {t(`preset.${preset}`)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}
