'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Controller, useForm } from 'react-hook-form'
import { LivenessField } from '@/components/places/liveness-field'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { checkedBy } from '@/components/ui/checked'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import { outsideSitesPolicies } from '@/domain/workplaces'
import { TimeZoneField } from '../places/time-zone-field'
import { FaceNotice } from './face-notice'
import { useReload } from './use-reload'
import type { Workplace } from './workplace'

const HOUR = 60

/** Hours as typed, kept in minutes. */
const minutesOf = (typed: string) => (typed === '' ? undefined : Math.round(Number(typed) * HOUR))

export function SettingsCard({ workplace }: { workplace: Workplace }) {
  const t = useTranslations('workplaces')
  const ui = useTranslations('ui')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const reload = useReload()
  const { id: workplaceId, name, timeZone, country } = workplace
  const { liveness, faceClocking, outsideSites, longestShiftMinutes } = workplace
  const { register, control, handleSubmit, watch, formState } = useForm({
    resolver: checkedBy(() =>
      import('@/domain/workplaces-schema').then(({ workplaceChangesSchema }) => workplaceChangesSchema),
    ),
    defaultValues: { name, timeZone, liveness, faceClocking, outsideSites, longestShiftMinutes },
  })
  const { errors } = formState
  const update = useMutation(
    trpc.workplaces.update.mutationOptions({
      onSuccess: async () => {
        await reload()
        toast.success(t('settings.saved'))
      },
    }),
  )
  return (
    <Card>
      <CardHeader title={t('settings.title')} />
      <form
        onSubmit={handleSubmit((changes) => update.mutate({ workplaceId, ...changes }))}
        noValidate
        className="grid max-w-form gap-5"
      >
        <Field label={t('field.name')} hint={t('field.nameHint')} error={errors.name?.message}>
          <Input autoComplete="off" {...register('name')} />
        </Field>
        <Field label={t('field.timeZone')} hint={t('field.timeZoneHint')} error={errors.timeZone?.message}>
          <Controller
            control={control}
            name="timeZone"
            render={({ field: { value = timeZone, onChange, onBlur, ref } }) => (
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
        <FaceNotice country={country} />
        <Checkbox
          label={t('settings.faceClocking')}
          hint={t('settings.faceClockingHint')}
          {...register('faceClocking')}
        />
        {watch('faceClocking') && (
          <LivenessField kind="WORKPLACE" {...register('liveness')} error={errors.liveness?.message} />
        )}
        <Field label={t('settings.outside')} error={errors.outsideSites?.message}>
          <Select {...register('outsideSites')}>
            {outsideSitesPolicies.map((policy) => (
              <option key={policy} value={policy}>
                {t(`settings.${policy}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label={t('settings.longestShift')}
          hint={t('settings.longestShiftHint')}
          error={errors.longestShiftMinutes?.message}
        >
          <Controller
            control={control}
            name="longestShiftMinutes"
            render={({ field: { value, onChange, onBlur, ref } }) => (
              <Input
                ref={ref}
                type="number"
                inputMode="decimal"
                step="any"
                value={value === undefined ? '' : value / HOUR}
                onChange={(event) => onChange(minutesOf(event.target.value))}
                onBlur={onBlur}
              />
            )}
          />
        </Field>
        <FormError>{update.error && errorText(update.error)}</FormError>
        <Button type="submit" loading={update.isPending} className="justify-self-start">
          {ui('save')}
        </Button>
      </form>
    </Card>
  )
}
