'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { checkedBy } from '@/components/ui/checked'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import { Select } from '@/components/ui/select'
import { appErrorOf } from '@/components/words/app-error'
import { useErrorText } from '@/components/words/error-words'
import type { Role } from '@/domain/roles'
import { type Scope, scopesFor } from '@/domain/scopes'
import { tokenDays } from '@/domain/tokens'
import { ScopeFields } from './scope-fields'

export type NewToken = ApiOutput['tokens']['create']

interface NewTokenDialogProps {
  roles: readonly Role[]
  onClose: () => void
  onMade: (token: NewToken) => void
}

const empty: { name: string; scopes: Scope[]; days: (typeof tokenDays)[number]; currentPassword: string } = {
  ...{ name: '', scopes: [], days: 30, currentPassword: '' },
}

const isWrongPassword = (error: unknown) => appErrorOf(error)?.code === 'auth.wrong_password'

export function NewTokenDialog({ roles, onMade, onClose }: NewTokenDialogProps) {
  const t = useTranslations('tokens')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: checkedBy(() => import('@/domain/tokens-schema').then(({ newTokenSchema }) => newTokenSchema)),
    defaultValues: empty,
  })
  const { errors } = formState
  const create = useMutation(
    trpc.tokens.create.mutationOptions({
      onSuccess: onMade,
      onError: (error) => {
        if (!isWrongPassword(error)) return
        setError('currentPassword', { message: errorText(error) }, { shouldFocus: true })
      },
    }),
  )
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={t('new.title')}
      description={t('new.description')}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
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
        <Field label={t('new.password')} hint={t('new.passwordHint')} error={errors.currentPassword?.message}>
          <PasswordInput autoComplete="current-password" {...register('currentPassword')} />
        </Field>
        <FormError>{create.error && !isWrongPassword(create.error) && errorText(create.error)}</FormError>
      </form>
    </Dialog>
  )
}
