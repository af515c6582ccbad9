'use client'

import { useTranslations } from 'next-intl'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import { appErrorOf } from '@/components/words/app-error'
import type { ErrorCode } from '@/domain/errors'
import { PasswordLength } from './password-length'

type Name = 'name' | 'email' | 'password'

/** Which field an answer of the server is about. */
const fieldOfCode: Partial<Record<ErrorCode, 'email' | 'password'>> = {
  'account.email_taken': 'email',
  'account.password_common': 'password',
  'account.password_personal': 'password',
}

export const fieldOfRefusal = (error: unknown) => fieldOfCode[appErrorOf(error)?.code ?? 'server.failed']

interface AccountFieldsProps {
  fields: Record<Name, UseFormRegisterReturn>
  errors: { [field in Name]?: { message?: string | undefined } | undefined }
  /** What stands in the field so far. */
  password: string
  nameHint?: string
}

/** Who somebody is and how they will sign in: the same fields for every new account. */
export function AccountFields({ fields, errors, password, nameHint }: AccountFieldsProps) {
  const t = useTranslations('account')
  return (
    <>
      <Field label={t('name')} hint={nameHint} error={errors.name?.message}>
        <Input autoComplete="name" {...fields.name} />
      </Field>
      <Field label={t('email')} error={errors.email?.message}>
        <Input type="email" autoComplete="username" inputMode="email" {...fields.email} />
      </Field>
      <Field
        label={t('password')}
        hint={<PasswordLength password={password} />}
        error={errors.password?.message}
      >
        <PasswordInput autoComplete="new-password" {...fields.password} />
      </Field>
    </>
  )
}
