'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { checkedBy } from '@/components/ui/checked'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useErrorText } from '@/components/words/error-words'
import { usageOf } from '@/domain/countries'
import { dayOf } from '@/domain/time'
import { beginningOf, countsFromADay } from '@/domain/workplaces'
import type { NewWorkplaceInput } from '@/domain/workplaces-schema'
import { TimeZoneField } from '../places/time-zone-field'
import { ownTimeZone } from '../places/time-zones'
import { ownCountry, useCountryOptions } from './country-names'
import { FaceNotice } from './face-notice'
import { PayFields } from './pay-fields'

interface NewWorkplaceDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function NewWorkplaceDialog({ open, onOpenChange }: NewWorkplaceDialogProps) {
  const t = useTranslations('workplaces')
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('new.button')} description={t('new.hint')}>
      <NewWorkplaceForm onCancel={() => onOpenChange(false)} />
    </Dialog>
  )
}

/** What is usual in a country, as the form begins with it. */
function suggestion(country: string, timeZone: string) {
  const named = { name: '', timeZone, country, ...usageOf(country), preset: undefined }
  const { currency, weekStart, payCycle, firstPeriod, preset } = beginningOf(
    named,
    dayOf(new Date(), timeZone),
  )
  return { currency, weekStart, payCycle, firstPeriod, preset }
}

/** As the form begins: this device's zone, its country, and what is usual there. */
function beginning() {
  const timeZone = ownTimeZone()
  const country = ownCountry(timeZone)
  return { name: '', timeZone, country, ...suggestion(country, timeZone) }
}

/** Where no day was asked for, none is said. */
const asSaid = ({ firstPeriod, ...input }: NewWorkplaceInput): NewWorkplaceInput =>
  input.payCycle && countsFromADay(input.payCycle) ? { ...input, firstPeriod } : input

/** Within the dialog, so that every opening begins with this device's country and zone. */
function NewWorkplaceForm({ onCancel }: { onCancel: () => void }) {
  const t = useTranslations('workplaces')
  const ui = useTranslations('ui')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const router = useRouter()
  const queries = useQueryClient()
  const countryOptions = useCountryOptions()
  const create = useMutation(
    trpc.workplaces.create.mutationOptions({
      onSuccess: ({ id }) => {
        void queries.invalidateQueries(trpc.workplaces.led.pathFilter())
        router.push(`/employ/workplaces/${id}`)
      },
    }),
  )
  const [begun] = useState(beginning)
  const form = useForm<NewWorkplaceInput>({
    resolver: checkedBy(() =>
      import('@/domain/workplaces-schema').then(({ newWorkplaceSchema }) => newWorkplaceSchema),
    ),
    defaultValues: begun,
  })
  const { register, control, handleSubmit, formState, watch, setValue, getValues } = form
  const { errors } = formState

  function follow(country: string) {
    const suggested = suggestion(country, getValues('timeZone'))
    for (const [field, value] of Object.entries(suggested))
      setValue(field as keyof typeof suggested, value, { shouldValidate: formState.isSubmitted })
  }

  return (
    <form onSubmit={handleSubmit((input) => create.mutate(asSaid(input)))} noValidate className="grid gap-5">
      <Field label={t('field.name')} hint={t('field.nameHint')} error={errors.name?.message}>
        <Input autoComplete="off" {...register('name')} />
      </Field>
      <Field label={t('field.country')} error={errors.country?.message}>
        <Select {...register('country', { onChange: (event) => follow(event.target.value) })}>
          {countryOptions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <FaceNotice country={watch('country')} />
      <Field label={t('field.timeZone')} hint={t('field.timeZoneHint')} error={errors.timeZone?.message}>
        <Controller
          control={control}
          name="timeZone"
          render={({ field: { value, onChange, onBlur, ref } }) => (
            <TimeZoneField
              ref={ref}
              label={t('field.timeZone')}
              value={value}
              onChange={onChange}
              onBlur={onBlur}
            />
          )}
        />
      </Field>
      <PayFields
        register={register}
        errors={errors}
        counted={countsFromADay(watch('payCycle') ?? 'MONTHLY')}
      />
      <FormError>{create.error && errorText(create.error)}</FormError>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button variant="secondary" onClick={onCancel}>
          {ui('cancel')}
        </Button>
        <Button type="submit" loading={create.isPending || create.isSuccess}>
          {t('new.create')}
        </Button>
      </div>
    </form>
  )
}
