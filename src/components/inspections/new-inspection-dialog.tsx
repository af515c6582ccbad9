'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { checkedBy } from '@/components/ui/checked'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useMonthText } from '@/components/words/calendar-day'
import { useErrorText } from '@/components/words/error-words'
import { INSPECTION_DAYS, MOST_MONTHS } from '@/domain/inspections'
import { monthsUntil } from '@/domain/months'
import { dayOf } from '@/domain/time'

interface NewInspectionDialogProps {
  workplaceId: string
  timeZone: string
  onClose: () => void
  onMade: (made: ApiOutput['inspections']['make']) => void
}

const lengths = [1, 3, 7, 14, 30]

/** For whom, which months and for how long an inspector may read. */
export function NewInspectionDialog({ workplaceId, timeZone, onClose, onMade }: NewInspectionDialogProps) {
  const t = useTranslations('inspections')
  const errorText = useErrorText()
  const monthText = useMonthText()
  const trpc = useTRPC()
  const months = monthsUntil(dayOf(new Date(), timeZone).slice(0, 7), MOST_MONTHS)
  const [now = ''] = months
  const { register, handleSubmit, formState } = useForm({
    resolver: checkedBy(() =>
      import('@/domain/inspections-schema').then(({ newInspectionSchema }) => newInspectionSchema),
    ),
    defaultValues: { name: '', from: now, to: now, days: INSPECTION_DAYS, wages: false },
  })
  const { errors } = formState
  const make = useMutation(trpc.inspections.make.mutationOptions({ onSuccess: onMade }))
  const options = months.map((month) => (
    <option key={month} value={month}>
      {monthText(month)}
    </option>
  ))
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('new.title')}
      description={t('new.description')}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t('new.cancel')}
          </Button>
          <Button type="submit" form="new-inspection" loading={make.isPending}>
            {t('new.make')}
          </Button>
        </>
      }
    >
      <form
        id="new-inspection"
        noValidate
        onSubmit={handleSubmit((input) => make.mutate({ workplaceId, ...input }))}
        className="grid gap-5"
      >
        <Field label={t('new.name')} hint={t('new.nameHint')} error={errors.name?.message}>
          <Input autoComplete="off" {...register('name')} />
        </Field>
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <Field label={t('new.from')} error={errors.from?.message}>
            <Select {...register('from')}>{options}</Select>
          </Field>
          <Field label={t('new.to')} error={errors.to?.message}>
            <Select {...register('to')}>{options}</Select>
          </Field>
        </div>
        <Field label={t('new.days')} error={errors.days?.message}>
          <Select {...register('days', { valueAsNumber: true })}>
            {lengths.map((days) => (
              <option key={days} value={days}>
                {t('new.daysOption', { days })}
              </option>
            ))}
          </Select>
        </Field>
        <Checkbox label={t('new.wages')} {...register('wages')} />
        <FormError>{make.error && errorText(make.error)}</FormError>
      </form>
    </Dialog>
  )
}
