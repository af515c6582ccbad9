'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { errorTextOf } from '@/components/providers/error-text'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { kioskNameSchema } from '@/domain/kiosks'
import type { TabletLink } from './tablet-link-dialog'

interface AddTabletDialogProps {
  classId: string
  open: boolean
  onOpenChange: (open: boolean) => void
  onAdded: (link: TabletLink) => void
}

export function AddTabletDialog({ classId, open, onOpenChange, onAdded }: AddTabletDialogProps) {
  const trpc = useTRPC()
  const { register, handleSubmit, reset, formState } = useForm({
    resolver: zodResolver(z.object({ name: kioskNameSchema })),
    defaultValues: { name: '' },
  })
  const add = useMutation(
    trpc.kiosks.add.mutationOptions({
      onSuccess: (link) => {
        reset()
        onAdded(link)
      },
    }),
  )
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Add a tablet"
      footer={
        <>
          <Button variant="secondary" onClick={() => onOpenChange(false)}>
            Cancel
          </Button>
          <Button type="submit" form="add-tablet" loading={add.isPending}>
            Make the link
          </Button>
        </>
      }
    >
      <form
        id="add-tablet"
        noValidate
        onSubmit={handleSubmit(({ name }) => add.mutate({ classId, name }))}
        className="grid gap-5"
      >
        <Field label="Where it is" hint="Such as “Front door”." error={formState.errors.name?.message}>
          <Input autoComplete="off" {...register('name')} />
        </Field>
        <FormError>{add.error && errorTextOf(add.error)}</FormError>
      </form>
    </Dialog>
  )
}
