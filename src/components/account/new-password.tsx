'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm, useWatch } from 'react-hook-form'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { checkedBy } from '@/components/ui/checked'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { LinkButton } from '@/components/ui/link-button'
import { PasswordInput } from '@/components/ui/password-input'
import { TextLink } from '@/components/ui/text-link'
import { useErrorText } from '@/components/words/error-words'
import { AuthCard } from './auth-card'
import { PasswordLength } from './password-length'

/** The link comes with the page. */
const schema = () =>
  import('@/domain/account-schema').then(({ resetPasswordSchema }) =>
    resetPasswordSchema.pick({ newPassword: true }),
  )

/** A new password by a link, once. They sign in with it themselves, which shows that they can. */
export function NewPassword({ link }: { link: string }) {
  const t = useTranslations('account')
  const trpc = useTRPC()
  const reset = useMutation(trpc.passwordReset.use.mutationOptions())
  if (reset.isSuccess)
    return (
      <AuthCard title={t('newPassword.done')} description={t('newPassword.doneText')}>
        <LinkButton href="/sign-in" size="lg" className="w-full">
          {t('signIn.title')}
        </LinkButton>
      </AuthCard>
    )
  return (
    <AuthCard
      title={t('newPassword.title')}
      description={t('newPassword.text')}
      footer={<TextLink href="/forgotten-password">{t('newPassword.another')}</TextLink>}
    >
      <NewPasswordForm
        error={reset.error}
        pending={reset.isPending}
        onSubmit={({ newPassword }) => reset.mutate({ link, newPassword })}
      />
    </AuthCard>
  )
}

interface NewPasswordFormProps {
  error: unknown
  pending: boolean
  onSubmit: (input: { newPassword: string }) => void
}

function NewPasswordForm({ error, pending, onSubmit }: NewPasswordFormProps) {
  const t = useTranslations('account')
  const errorText = useErrorText()
  const { register, handleSubmit, control, formState } = useForm({
    resolver: checkedBy(schema),
    defaultValues: { newPassword: '' },
  })
  const newPassword = useWatch({ control, name: 'newPassword' })
  return (
    <form onSubmit={handleSubmit(onSubmit)} noValidate className="grid gap-5">
      <Field
        label={t('passwordChange.new')}
        hint={<PasswordLength password={newPassword} />}
        error={formState.errors.newPassword?.message}
      >
        <PasswordInput autoComplete="new-password" {...register('newPassword')} />
      </Field>
      <FormError>{error ? errorText(error) : null}</FormError>
      <Button type="submit" size="lg" loading={pending}>
        {t('newPassword.button')}
      </Button>
    </form>
  )
}
