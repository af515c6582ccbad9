'use client'

import { useTranslations } from 'next-intl'
import { lazy, type Ref, Suspense, useMemo } from 'react'
import { type Control, Controller, type FieldErrors, type UseFormRegister } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { ClassInput } from '@/domain/classes'
import { namesTimeZone, offsetOf, timeZoneLabel, timeZones } from '../places/time-zones'
import { asNumber, LateRuleField } from '../sessions/late-rule-field'

/** Sixty kilobytes that only whoever makes or changes a class needs. */
const Combobox = lazy(async () => ({ default: (await import('@/components/ui/combobox')).Combobox }))

interface ClassFieldsProps {
  register: UseFormRegister<ClassInput>
  control: Control<ClassInput>
  errors: FieldErrors<ClassInput>
}

const offsetNow = (timeZone: string) => offsetOf(timeZone, new Date())

/** What a class is made of: the same fields when it is new and when it is changed. */
export function ClassFields({ register, control, errors }: ClassFieldsProps) {
  const t = useTranslations('classes')
  return (
    <>
      <Field label={t('field.name')} hint={t('field.nameHint')} error={errors.name?.message}>
        <Input autoComplete="off" {...register('name')} />
      </Field>
      <Field label={t('field.timeZone')} hint={t('field.timeZoneHint')} error={errors.timeZone?.message}>
        <Controller
          control={control}
          name="timeZone"
          render={({ field: { value, onChange, onBlur, ref } }) => (
            <TimeZoneField ref={ref} value={value} onChange={onChange} onBlur={onBlur} />
          )}
        />
      </Field>
      <LateRuleField
        hint={t('field.lateRuleHint')}
        registration={register('lateAfterMinutes', asNumber)}
        error={errors.lateAfterMinutes?.message}
      />
    </>
  )
}

interface TimeZoneFieldProps {
  value: string
  onChange: (timeZone: string) => void
  onBlur: () => void
  ref: Ref<HTMLInputElement>
}

function TimeZoneField({ value, onChange, ...input }: TimeZoneFieldProps) {
  const t = useTranslations('classes')
  const options = useMemo(() => timeZones(value), [value])
  return (
    <Suspense fallback={<Input readOnly value={timeZoneLabel(value)} />}>
      <Combobox
        {...input}
        label={t('field.timeZones')}
        value={value}
        onValueChange={onChange}
        options={options}
        matches={namesTimeZone}
        hintOf={offsetNow}
      />
    </Suspense>
  )
}
