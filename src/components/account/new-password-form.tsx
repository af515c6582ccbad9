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
import { Notice } from '@/components/ui/notice'
import { PasswordInput } from '@/components/ui/password-input'
import { useErrorText } from '@/components/words/error-words'
import { PasswordLength } from './password-length'

/** The link comes with the page. */
const schema = () =>
  import('@/domain/account-schema').then(({ resetPasswordSchema }) =>
    resetPasswordSchema.pick({ newPassword: true }),
  )

/** A new password by a link, once. They sign in with it themselves, which shows that they can. */
export function NewPasswordForm({ link }: { link: string }) {
  const t = useTranslations('account')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const reset = useMutation(trpc.passwordReset.use.mutationOptions())
  const { register, handleSubmit, control, formState } = useForm({
    resolver: checkedBy(schema),
    defaultValues: { newPassword: '' },
  })
  const newPassword = useWatch({ control, name: 'newPassword' })
  if (reset.isSuccess)
    return (
      <div className="grid gap-5">
        <Notice title={t('newPassword.done')}>
          <p>{t('newPassword.doneText')}</p>
        </Notice>
        <LinkButton href="/sign-in" size="lg">
          {t('signIn.title')}
        </LinkButton>
      </div>
    )
  return (
    <form
      onSubmit={handleSubmit((input) => reset.mutate({ ...input, link }))}
      noValidate
      className="grid gap-5"
    >
      <Field
        label={t('passwordChange.new')}
        hint={<PasswordLength password={newPassword} />}
        error={formState.errors.newPassword?.message}
      >
        <PasswordInput autoComplete="new-password" {...register('newPassword')} />
      </Field>
      <FormError>{reset.error && errorText(reset.error)}</FormError>
      <Button type="submit" size="lg" loading={reset.isPending}>
        {t('newPassword.button')}
      </Button>
    </form>
  )
}
