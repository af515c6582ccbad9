'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { checkedBy } from '@/components/ui/checked'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import { ChangeEmail } from './change-email'

export function ProfileCard({ name, email }: { name: string; email: string }) {
  const t = useTranslations('account')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const router = useRouter()
  const { register, handleSubmit, reset, formState } = useForm({
    resolver: checkedBy(() => import('@/domain/account-schema').then(({ profileSchema }) => profileSchema)),
    defaultValues: { name },
  })
  const update = useMutation(
    trpc.account.updateProfile.mutationOptions({
      onSuccess: (_, input) => {
        reset({ name: input.name.trim() })
        toast.success(t('profile.saved'))
        router.refresh()
      },
    }),
  )

  return (
    <Card>
      <CardHeader title={t('profile.title')} description={t('profile.hint')} />
      <form
        onSubmit={handleSubmit((input) => update.mutate(input))}
        noValidate
        className="grid max-w-form gap-5"
      >
        <Field label={t('name')} error={formState.errors.name?.message}>
          <Input autoComplete="name" {...register('name')} />
        </Field>
        <Field label={t('email')} hint={t('profile.emailHint')}>
          <Input type="email" value={email} readOnly />
        </Field>
        <ChangeEmail />
        <FormError>{update.error && errorText(update.error)}</FormError>
        <Button type="submit" loading={update.isPending} className="justify-self-start">
          {t('profile.save')}
        </Button>
      </form>
    </Card>
  )
}
