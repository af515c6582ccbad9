'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { checkedBy } from '@/components/ui/checked'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { PasswordInput } from '@/components/ui/password-input'
import { toast } from '@/components/ui/toast'
import { appErrorOf } from '@/components/words/app-error'
import { useErrorText } from '@/components/words/error-words'
import type { ErrorCode } from '@/domain/errors'
import { PasswordLength } from './password-length'
import { goOn, signInWithPassword } from './sign-in'

const fieldOfCode: Partial<Record<ErrorCode, 'currentPassword' | 'newPassword'>> = {
  'auth.wrong_password': 'currentPassword',
  'account.password_common': 'newPassword',
  'account.password_personal': 'newPassword',
}

export function PasswordCard({ email }: { email: string }) {
  const t = useTranslations('account')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const change = useMutation(trpc.account.changePassword.mutationOptions())
  const [problem, setProblem] = useState<string | null>(null)
  const { register, handleSubmit, reset, setError, control, formState } = useForm({
    resolver: checkedBy(() =>
      import('@/domain/account-schema').then(({ changePasswordSchema }) => changePasswordSchema),
    ),
    defaultValues: { currentPassword: '', newPassword: '' },
  })
  const { errors, isSubmitting } = formState
  const newPassword = useWatch({ control, name: 'newPassword' })

  const submit = handleSubmit(async (input) => {
    setProblem(null)
    try {
      await change.mutateAsync(input)
    } catch (error) {
      const field = fieldOfCode[appErrorOf(error)?.code ?? 'server.failed']
      if (field) setError(field, { message: errorText(error) }, { shouldFocus: true })
      else setProblem(errorText(error))
      return
    }
    // The change has ended every sign-in, this one too.
    if (await signInWithPassword(email, input.newPassword)) return goOn('/sign-in?next=/account')
    reset()
    void queries.invalidateQueries(trpc.account.signIns.queryFilter())
    void queries.invalidateQueries(trpc.account.devices.queryFilter())
    toast.success(t('passwordChange.done'), { description: t('passwordChange.doneText') })
  })

  return (
    <Card>
      <CardHeader title={t('password')} description={t('passwordChange.hint')} />
      <form onSubmit={submit} noValidate className="grid max-w-form gap-5">
        {/* Password managers file the new password under this name. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <Field label={t('passwordChange.current')} error={errors.currentPassword?.message}>
          <PasswordInput autoComplete="current-password" {...register('currentPassword')} />
        </Field>
        <Field
          label={t('passwordChange.new')}
          hint={<PasswordLength password={newPassword} />}
          error={errors.newPassword?.message}
        >
          <PasswordInput autoComplete="new-password" {...register('newPassword')} />
        </Field>
        <FormError>{problem}</FormError>
        <Button type="submit" loading={isSubmitting} className="justify-self-start">
          {t('passwordChange.button')}
        </Button>
      </form>
    </Card>
  )
}
