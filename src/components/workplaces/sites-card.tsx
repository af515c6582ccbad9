'use client'

import { useMutation } from '@tanstack/react-query'
import { LocateFixed, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { checkedBy } from '@/components/ui/checked'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { RemovableRow } from './removable-row'
import { useReload } from './use-reload'
import type { Workplace } from './workplace'

const asNumber = { valueAsNumber: true } as const
/** About a metre. */
const rounded = (degrees: number) => Math.round(degrees * 100_000) / 100_000

/** Where people may clock by their own device. */
export function SitesCard({ workplace: { id: workplaceId, sites } }: { workplace: Workplace }) {
  const t = useTranslations('workplaces')
  const trpc = useTRPC()
  const reload = useReload()
  const remove = useMutation(trpc.workplaces.removeSite.mutationOptions({ onSettled: reload }))
  return (
    <Card>
      <CardHeader title={t('sites.title')} description={t('sites.hint')} />
      <ul className="divide-y">
        {sites.map(({ id: siteId, name, latitude, longitude, radius }) => (
          <RemovableRow
            key={siteId}
            title={name}
            hint={t('sites.around', { radius, latitude: String(latitude), longitude: String(longitude) })}
            remove={t('sites.remove', { name })}
            onRemove={() => remove.mutate({ workplaceId, siteId })}
          />
        ))}
      </ul>
      <ActionError error={remove.error} />
      <NewSite workplaceId={workplaceId} />
    </Card>
  )
}

function NewSite({ workplaceId }: { workplaceId: string }) {
  const t = useTranslations('workplaces')
  const ui = useTranslations('ui')
  const trpc = useTRPC()
  const reload = useReload()
  const form = useForm({
    resolver: checkedBy(() => import('@/domain/workplaces-schema').then(({ siteSchema }) => siteSchema)),
    defaultValues: { name: '', radius: 150 },
  })
  const { register, handleSubmit, reset, setValue, formState } = form
  const { errors } = formState
  const add = useMutation(
    trpc.workplaces.addSite.mutationOptions({
      onSuccess: async () => {
        reset()
        await reload()
      },
    }),
  )

  function locate() {
    const refused = () => toast.error(t('sites.noPosition'))
    if (!('geolocation' in navigator)) return refused()
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      setValue('latitude', rounded(coords.latitude))
      setValue('longitude', rounded(coords.longitude))
    }, refused)
  }

  return (
    <form
      noValidate
      className="mt-3 grid gap-4 border-t pt-4"
      onSubmit={handleSubmit((site) => add.mutate({ workplaceId, ...site }))}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('sites.name')} error={errors.name?.message}>
          <Input {...register('name')} />
        </Field>
        <Field label={t('sites.radius')} error={errors.radius?.message}>
          <Input type="number" inputMode="numeric" {...register('radius', asNumber)} />
        </Field>
        <Field label={t('sites.latitude')} error={errors.latitude?.message}>
          <Input type="number" step="any" inputMode="decimal" {...register('latitude', asNumber)} />
        </Field>
        <Field label={t('sites.longitude')} error={errors.longitude?.message}>
          <Input type="number" step="any" inputMode="decimal" {...register('longitude', asNumber)} />
        </Field>
      </div>
      <ActionError error={add.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="secondary" loading={add.isPending}>
          <Plus aria-hidden="true" />
          {ui('add')}
        </Button>
        <Button variant="ghost" onClick={locate}>
          <LocateFixed aria-hidden="true" />
          {t('sites.here')}
        </Button>
      </div>
    </form>
  )
}
