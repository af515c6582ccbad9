'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { checkedBy } from '@/components/ui/checked'
import { Dialog } from '@/components/ui/dialog'
import { FormError } from '@/components/ui/form-error'
import { useErrorText } from '@/components/words/error-words'
import { ownTimeZone } from '../places/time-zones'
import { ClassFields } from './class-fields'

interface NewClassDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function NewClassDialog({ open, onOpenChange }: NewClassDialogProps) {
  const t = useTranslations('classes')
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('new.button')} description={t('new.hint')}>
      <NewClassForm onCancel={() => onOpenChange(false)} />
    </Dialog>
  )
}

/** Within the dialog, so that every opening begins with an empty form and this device's zone. */
function NewClassForm({ onCancel }: { onCancel: () => void }) {
  const t = useTranslations('classes')
  const ui = useTranslations('ui')
  const errorText = useErrorText()
  const id = useId()
  const trpc = useTRPC()
  const router = useRouter()
  const queries = useQueryClient()
  const create = useMutation(
    trpc.classes.create.mutationOptions({
      onSuccess: ({ id: classId }) => {
        queries.invalidateQueries(trpc.classes.taught.pathFilter())
        router.push(`/teach/classes/${classId}?tab=students`)
      },
    }),
  )
  const { register, control, handleSubmit, formState } = useForm({
    resolver: checkedBy(() => import('@/domain/classes-schema').then(({ classSchema }) => classSchema)),
    defaultValues: { name: '', timeZone: ownTimeZone(), lateAfterMinutes: 10 },
  })

  return (
    <form id={id} onSubmit={handleSubmit((input) => create.mutate(input))} noValidate className="grid gap-5">
      <ClassFields register={register} control={control} errors={formState.errors} />
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
