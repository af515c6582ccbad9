'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { checkedBy } from '@/components/ui/checked'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { useErrorText } from '@/components/words/error-words'
import { typedEmail } from './typed-email'

/** For whoever has forgotten their password: by mail where it goes out, else by an administrator. */
export function ForgottenPasswordForm({ mail }: { mail: boolean }) {
  const t = useTranslations('account')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const ask = useMutation(trpc.passwordReset.ask.mutationOptions())
  const { register, handleSubmit, formState } = useForm({
    resolver: checkedBy(() =>
      import('@/domain/account-schema').then(({ emailInputSchema }) => emailInputSchema),
    ),
    defaultValues: { email: typedEmail() },
  })
  if (ask.isSuccess)
    return (
      <Notice title={t(mail ? 'forgotten.sent' : 'forgotten.told')}>
        <p>{t(mail ? 'forgotten.sentText' : 'forgotten.toldText')}</p>
      </Notice>
    )
  return (
    <form onSubmit={handleSubmit((input) => ask.mutate(input))} noValidate className="grid gap-5">
      <Field label={t('email')} error={formState.errors.email?.message}>
        <Input type="email" autoComplete="username" inputMode="email" {...register('email')} />
      </Field>
      <FormError>{ask.error && errorText(ask.error)}</FormError>
      <Button type="submit" size="lg" loading={ask.isPending}>
        {t(mail ? 'forgotten.send' : 'forgotten.tell')}
      </Button>
    </form>
  )
}
