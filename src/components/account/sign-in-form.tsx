'use client'

import { ScanFace } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { checkedBy } from '@/components/ui/checked'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { later } from '@/components/ui/later'
import { PasswordInput } from '@/components/ui/password-input'
import { useErrorText } from '@/components/words/error-words'
import { goOn, signInWithPassword } from './sign-in'
import { keepTypedEmail, typedEmail } from './typed-email'
import { useFaceOffered } from './use-face-offered'

const FaceSignInDialog = later(() =>
  import('./face-sign-in-dialog').then(({ FaceSignInDialog }) => FaceSignInDialog),
)

export function SignInForm({ next }: { next: string | null }) {
  const t = useTranslations('account')
  const errorText = useErrorText()
  const [problem, setProblem] = useState<unknown>(null)
  const [leaving, setLeaving] = useState(false)
  const [looking, setLooking] = useState<string | null>(null)
  const { register, handleSubmit, control, formState } = useForm({
    resolver: checkedBy(() => import('@/domain/account-schema').then(({ signInSchema }) => signInSchema)),
    defaultValues: { email: typedEmail(), password: '' },
  })
  const { errors, isSubmitting } = formState
  const email = useWatch({ control, name: 'email' })
  const withFace = useFaceOffered(email)
  useEffect(() => keepTypedEmail(email), [email])

  const submit = handleSubmit(async ({ email, password }) => {
    const error = await signInWithPassword(email, password)
    setProblem(error)
    if (error) return
    setLeaving(true)
    goOn(next)
  })

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <Field label={t('email')} error={errors.email?.message}>
        <Input type="email" autoComplete="username" inputMode="email" {...register('email')} />
      </Field>
      <Field label={t('password')} error={errors.password?.message}>
        <PasswordInput autoComplete="current-password" {...register('password')} />
      </Field>
      <FormError>{problem ? errorText(problem) : null}</FormError>
      <Button type="submit" size="lg" loading={isSubmitting || leaving}>
        {t('signIn.title')}
      </Button>
      {withFace && (
        <Button variant="secondary" size="lg" disabled={leaving} onClick={() => setLooking(withFace)}>
          <ScanFace aria-hidden="true" />
          {t('faceSignIn.button')}
        </Button>
      )}
      {looking && (
        <FaceSignInDialog
          email={looking}
          onSignedIn={() => {
            setLooking(null)
            setLeaving(true)
            goOn(next)
          }}
          onClose={() => setLooking(null)}
        />
      )}
    </form>
  )
}
