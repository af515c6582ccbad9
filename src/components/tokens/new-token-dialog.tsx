'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useErrorText } from '@/components/words/error-words'
import type { Role } from '@/domain/roles'
import { type Scope, scopesFor } from '@/domain/scopes'
import { newTokenSchema, tokenDays } from '@/domain/tokens'
import { ScopeFields } from './scope-fields'

export type NewToken = ApiOutput['tokens']['create']

interface NewTokenDialogProps {
  roles: readonly Role[]
  open: boolean
  onOpenChange: (open: boolean) => void
  onMade: (token: NewToken) => void
}

const empty: { name: string; scopes: Scope[]; days: (typeof tokenDays)[number] } = {
  ...{ name: '', scopes: [], days: 30 },
}

export function NewTokenDialog({ roles, open, onOpenChange, onMade }: NewTokenDialogProps) {
  const t = useTranslations('tokens')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const { register, handleSubmit, reset, formState } = useForm({
    resolver: zodResolver(newTokenSchema),
    defaultValues: empty,
  })
  const { errors } = formState
  const create = useMutation(
    trpc.tokens.create.mutationOptions({
      onSuccess: (token) => {
        reset()
        onMade(token)
      },
    }),
  )
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={t('new.title')}
      description={t('new.description')}
      footer={
        <>
          <Button variant="secondary" onClick={() => onOpenChange(false)}>
            {t('new.cancel')}
          </Button>
          <Button type="submit" form="new-token" loading={create.isPending}>
            {t('new.make')}
          </Button>
        </>
      }
    >
      <form
        id="new-token"
        noValidate
        onSubmit={handleSubmit((input) => create.mutate(input))}
        className="grid gap-5"
      >
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <Field label={t('new.name')} hint={t('new.nameHint')} error={errors.name?.message}>
            <Input autoComplete="off" {...register('name')} />
          </Field>
          <Field label={t('new.days')} error={errors.days?.message}>
            <Select {...register('days', { valueAsNumber: true })}>
              {tokenDays.map((days) => (
                <option key={days} value={days}>
                  {t('days', { days })}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <ScopeFields
          offered={scopesFor(roles)}
          error={errors.scopes?.message}
          attributes={register('scopes')}
        />
        <FormError>{create.error && errorText(create.error)}</FormError>
      </form>
    </Dialog>
  )
}
