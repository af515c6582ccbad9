'use client'

import { useMutation } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { checkedBy } from '@/components/ui/checked'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useDayText } from '@/components/words/calendar-day'
import { RemovableRow } from './removable-row'
import { useReload } from './use-reload'
import type { Workplace } from './workplace'

/** The days that count as holidays. */
export function HolidaysCard({ workplace: { id: workplaceId, holidays } }: { workplace: Workplace }) {
  const t = useTranslations('workplaces')
  const ui = useTranslations('ui')
  const dayText = useDayText()
  const trpc = useTRPC()
  const reload = useReload()
  const { register, handleSubmit, reset, formState } = useForm({
    resolver: checkedBy(() =>
      import('@/domain/workplaces-schema').then(({ holidaySchema }) => holidaySchema),
    ),
    defaultValues: { day: '', name: '' },
  })
  const add = useMutation(
    trpc.workplaces.addHoliday.mutationOptions({
      onSuccess: async () => {
        reset()
        await reload()
      },
    }),
  )
  const remove = useMutation(trpc.workplaces.removeHoliday.mutationOptions({ onSettled: reload }))
  return (
    <Card>
      <CardHeader title={t('holidays.title')} description={t('holidays.hint')} />
      <ul className="divide-y">
        {holidays.map(({ day, name }) => (
          <RemovableRow
            key={day}
            title={name}
            hint={dayText(day)}
            remove={t('holidays.remove', { name })}
            onRemove={() => remove.mutate({ workplaceId, day })}
          />
        ))}
      </ul>
      <form
        noValidate
        className="mt-3 grid gap-4 sm:grid-cols-[11rem_1fr_auto] sm:items-start"
        onSubmit={handleSubmit((holiday) => add.mutate({ workplaceId, ...holiday }))}
      >
        <Field label={t('holidays.day')} error={formState.errors.day?.message}>
          <Input type="date" {...register('day')} />
        </Field>
        <Field label={t('holidays.name')} error={formState.errors.name?.message}>
          <Input {...register('name')} />
        </Field>
        <Button type="submit" variant="secondary" loading={add.isPending} className="sm:mt-6.5">
          <Plus aria-hidden="true" />
          {ui('add')}
        </Button>
      </form>
      <ActionError error={add.error ?? remove.error} />
    </Card>
  )
}
