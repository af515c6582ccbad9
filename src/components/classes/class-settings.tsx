'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { KiosksCard } from '@/components/kiosks/kiosks-card'
import { LeadersCard } from '@/components/places/leaders-card'
import { LivenessField } from '@/components/places/liveness-field'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { checkedBy } from '@/components/ui/checked'
import { FormError } from '@/components/ui/form-error'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import { ArchiveCard } from './archive-card'
import { ClassFields } from './class-fields'
import { EndsAfterFields } from './ends-after-fields'

type SchoolClass = ApiOutput['classes']['byId']

export function ClassSettings({ schoolClass }: { schoolClass: SchoolClass }) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <EditCard schoolClass={schoolClass} />
      <div className="grid gap-6">
        {!schoolClass.archivedAt && <KiosksCard placeId={schoolClass.id} timeZone={schoolClass.timeZone} />}
        <LeadersCard placeId={schoolClass.id} kind="CLASS" name={schoolClass.name} />
        {schoolClass.owns && (
          <ArchiveCard
            classId={schoolClass.id}
            name={schoolClass.name}
            archived={schoolClass.archivedAt !== null}
          />
        )}
      </div>
    </div>
  )
}

function EditCard({
  schoolClass: {
    id,
    name,
    timeZone,
    lateAfterMinutes,
    endsAfterPlannedHours,
    endsAfterHours,
    liveness,
    mayLeave,
  },
}: {
  schoolClass: SchoolClass
}) {
  const t = useTranslations('classes')
  const ui = useTranslations('ui')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { register, control, handleSubmit, reset, formState } = useForm({
    resolver: checkedBy(() => import('@/domain/classes-schema').then(({ classSchema }) => classSchema)),
    defaultValues: {
      ...{ name, timeZone, lateAfterMinutes },
      ...{ endsAfterPlannedHours, endsAfterHours, liveness, mayLeave },
    },
  })
  const update = useMutation(
    trpc.classes.update.mutationOptions({
      onSuccess: async (_, { classId: _id, ...saved }) => {
        reset(saved)
        await queries.invalidateQueries(trpc.classes.pathFilter())
        // What its kiosks may do follows from it.
        void queries.invalidateQueries(trpc.kiosks.pathFilter())
        toast.success(t('settings.saved'))
      },
    }),
  )
  return (
    <Card>
      <CardHeader title={t('settings.title')} description={t('settings.hint')} />
      <form
        onSubmit={handleSubmit((input) => update.mutate({ classId: id, ...input }))}
        noValidate
        className="grid max-w-form gap-5"
      >
        <ClassFields register={register} control={control} errors={formState.errors} />
        <EndsAfterFields register={register} errors={formState.errors} />
        <LivenessField kind="CLASS" {...register('liveness')} error={formState.errors.liveness?.message} />
        <Checkbox label={t('field.mayLeave')} hint={t('field.mayLeaveHint')} {...register('mayLeave')} />
        <FormError>{update.error && errorText(update.error)}</FormError>
        <Button type="submit" loading={update.isPending} className="justify-self-start">
          {ui('save')}
        </Button>
      </form>
    </Card>
  )
}
