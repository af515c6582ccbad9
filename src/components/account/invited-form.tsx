'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { checkedBy } from '@/components/ui/checked'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import { useErrorText } from '@/components/words/error-words'
import type { InvitedSignUpInput } from '@/domain/account-schema'
import { fieldOfRefusal } from './account-fields'
import { PasswordLength } from './password-length'
import { goOn, signInWithPassword } from './sign-in'

/** The link comes with the page. */
const schema = () =>
  import('@/domain/account-schema').then(({ invitedSignUpSchema }) =>
    invitedSignUpSchema.omit({ link: true }),
  )

/** Name and password of somebody who was invited; address and role are the invitation's. */
export function InvitedForm({ link, email }: { link: string; email: string }) {
  const t = useTranslations('account')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const signUp = useMutation(trpc.appointments.signUp.mutationOptions())
  const [problem, setProblem] = useState<string>()
  const { register, handleSubmit, setError, control, formState } = useForm<Omit<InvitedSignUpInput, 'link'>>({
    resolver: checkedBy(schema),
    defaultValues: { name: '', password: '' },
  })
  const { errors, isSubmitting } = formState
  const password = useWatch({ control, name: 'password' })

  const submit = handleSubmit(async (input) => {
    setProblem(undefined)
    try {
      await signUp.mutateAsync({ ...input, link })
    } catch (error) {
      if (fieldOfRefusal(error) === 'password')
        setError('password', { message: errorText(error) }, { shouldFocus: true })
      else setProblem(errorText(error))
      return
    }
    // Where that does not work the account is there all the same, and the start page asks for it.
    await signInWithPassword(email, input.password)
    goOn('/')
  })

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <Field label={t('name')} hint={t('signUp.nameHint')} error={errors.name?.message}>
        <Input autoComplete="name" {...register('name')} />
      </Field>
      <Field label={t('email')}>
        <Input type="email" autoComplete="username" value={email} readOnly />
      </Field>
      <Field
        label={t('password')}
        hint={<PasswordLength password={password} />}
        error={errors.password?.message}
      >
        <PasswordInput autoComplete="new-password" {...register('password')} />
      </Field>
      <FormError>{problem}</FormError>
      <Button type="submit" size="lg" loading={isSubmitting}>
        {t('signUp.title')}
      </Button>
    </form>
  )
}
