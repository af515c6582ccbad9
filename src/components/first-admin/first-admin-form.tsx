'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { AccountFields, fieldOfRefusal } from '@/components/account/account-fields'
import { goOn, signInWithPassword } from '@/components/account/sign-in'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { checkedBy } from '@/components/ui/checked'
import { FormError } from '@/components/ui/form-error'
import { useErrorText } from '@/components/words/error-words'
import type { FirstAdminInput } from '@/domain/first-admin-schema'

/** Name, email and password of the first administrator, who is signed in at once. */
export function FirstAdminForm({ link }: { link: string }) {
  const t = useTranslations('first-admin')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const make = useMutation(trpc.firstAdmin.make.mutationOptions())
  const [problem, setProblem] = useState<string>()
  const { register, handleSubmit, setError, control, formState } = useForm<Omit<FirstAdminInput, 'link'>>({
    resolver: checkedBy(() =>
      import('@/domain/first-admin-schema').then(({ firstAdminForm }) => firstAdminForm),
    ),
    defaultValues: { name: '', email: '', password: '' },
  })
  const { errors, isSubmitting } = formState
  const password = useWatch({ control, name: 'password' })

  const submit = handleSubmit(async (input) => {
    setProblem(undefined)
    try {
      await make.mutateAsync({ ...input, link })
    } catch (error) {
      const field = fieldOfRefusal(error)
      if (field) setError(field, { message: errorText(error) }, { shouldFocus: true })
      else setProblem(errorText(error))
      return
    }
    // Where that does not work the account is there all the same, and the start page asks for it.
    await signInWithPassword(input.email, input.password)
    goOn('/')
  })

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <AccountFields
        fields={{ name: register('name'), email: register('email'), password: register('password') }}
        errors={errors}
        password={password}
      />
      <FormError>{problem}</FormError>
      <Button type="submit" size="lg" loading={isSubmitting}>
        {t('make')}
      </Button>
    </form>
  )
}
