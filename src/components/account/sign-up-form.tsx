'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { checkedBy } from '@/components/ui/checked'
import { FormError } from '@/components/ui/form-error'
import { RadioCards } from '@/components/ui/radio-cards'
import { useErrorText } from '@/components/words/error-words'
import type { SelfChosenRole } from '@/domain/account'
import type { SignUpInput } from '@/domain/account-schema'
import { type AppointmentMode, howGiven } from '@/domain/appointments'
import { AccountFields, fieldOfRefusal } from './account-fields'
import { useRoleOptions } from './role-options'
import { goOn, signInWithPassword } from './sign-in'

interface SignUpFormProps {
  next: string | null
  /** Chosen beforehand where the way here tells: a join link brings students. */
  role: SelfChosenRole | undefined
  appointment: AppointmentMode
  /** Whether whoever asks could let themselves in as the demo's administrator. */
  demo: boolean
}

export function SignUpForm({ next, role, appointment, demo }: SignUpFormProps) {
  const t = useTranslations('account')
  const roleOptions = useRoleOptions(appointment).filter(({ how }) => how !== 'NOT')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const signUp = useMutation(trpc.account.signUp.mutationOptions())
  const [problem, setProblem] = useState<string | null>(null)
  const [leaving, setLeaving] = useState(false)
  const { register, handleSubmit, setError, control, formState } = useForm<SignUpInput>({
    resolver: checkedBy(() => import('@/domain/account-schema').then(({ signUpSchema }) => signUpSchema)),
    defaultValues: { name: '', email: '', password: '', role },
  })
  const { errors, isSubmitting } = formState
  const [password, chosen] = useWatch({ control, name: ['password', 'role'] })
  const waits = chosen !== undefined && howGiven(chosen, appointment) === 'ON_REQUEST'

  const submit = handleSubmit(async (input) => {
    setProblem(null)
    try {
      await signUp.mutateAsync(input)
    } catch (error) {
      const field = fieldOfRefusal(error)
      if (field) setError(field, { message: errorText(error) }, { shouldFocus: true })
      else setProblem(errorText(error))
      return
    }
    const refused = await signInWithPassword(input.email, input.password)
    if (refused) setProblem(t('signUp.madeOnly', { problem: errorText(refused) }))
    else {
      setLeaving(true)
      goOn(next)
    }
  })

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <RadioCards
        legend={t('signUp.role')}
        options={roleOptions}
        error={errors.role?.message}
        {...register('role')}
      />
      {appointment === 'invitation' && <p className="-mt-2 text-muted text-sm">{t('roles.closed')}</p>}
      {waits && (
        <p className="-mt-2 text-muted text-sm">
          {t('signUp.roleWaits')} {demo && t('signUp.roleWaitsInDemo')}
        </p>
      )}
      <AccountFields
        fields={{ name: register('name'), email: register('email'), password: register('password') }}
        errors={errors}
        password={password}
        nameHint={t('signUp.nameHint')}
      />
      <FormError>{problem}</FormError>
      <Button type="submit" size="lg" loading={isSubmitting || leaving}>
        {t('signUp.title')}
      </Button>
    </form>
  )
}
