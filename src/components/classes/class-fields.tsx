'use client'

import { useTranslations } from 'next-intl'
import { type Control, Controller, type FieldErrors, type UseFormRegister } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { ClassInput } from '@/domain/classes-schema'
import { TimeZoneField } from '../places/time-zone-field'
import { asNumber, LateRuleField } from '../sessions/late-rule-field'

interface ClassFieldsProps {
  register: UseFormRegister<ClassInput>
  control: Control<ClassInput>
  errors: FieldErrors<ClassInput>
}

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
            <TimeZoneField
              ref={ref}
              label={t('field.timeZones')}
              value={value}
              onChange={onChange}
              onBlur={onBlur}
            />
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
