'use client'

import { type Control, Controller, type FieldErrors, type UseFormRegister } from 'react-hook-form'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { ClassInput } from '@/domain/classes'
import { findTimeZones, timeZoneLabel } from '../places/time-zones'
import { asNumber, LateRuleField } from '../sessions/late-rule-field'

interface ClassFieldsProps {
  register: UseFormRegister<ClassInput>
  control: Control<ClassInput>
  errors: FieldErrors<ClassInput>
}

const search = (typed: string) => findTimeZones(typed, new Date())

/** What a class is made of: the same fields when it is new and when it is changed. */
export function ClassFields({ register, control, errors }: ClassFieldsProps) {
  return (
    <>
      <Field label="Name" hint="As your students know it." error={errors.name?.message}>
        <Input autoComplete="off" {...register('name')} />
      </Field>
      <Field
        label="Time zone"
        hint="Type a city to find it. All times of the class are shown in it."
        error={errors.timeZone?.message}
      >
        <Controller
          control={control}
          name="timeZone"
          render={({ field: { value, onChange, onBlur, name, ref } }) => (
            <Combobox
              ref={ref}
              name={name}
              label="Time zones"
              value={value}
              onValueChange={onChange}
              onBlur={onBlur}
              search={search}
              labelOf={timeZoneLabel}
            />
          )}
        />
      </Field>
      <LateRuleField
        hint="Whoever clocks in later than this after the start is late."
        registration={register('lateAfterMinutes', asNumber)}
        error={errors.lateAfterMinutes?.message}
      />
    </>
  )
}
