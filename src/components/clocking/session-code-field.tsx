'use client'

import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import { CodeInput } from '@/components/ui/code-input'
import { Field } from '@/components/ui/field'
import { CODE_DIGITS, CODE_SECONDS, LONG_CODE_DIGITS, normaliseSessionCode } from '@/domain/session-code'

interface SessionCodeFieldProps {
  at: 'session' | 'work'
  value: string
  onChange: (code: string) => void
  /** The code is known to be a long one. */
  long?: boolean
  error?: string | undefined
  inputRef?: Ref<HTMLInputElement>
}

const clean = (typed: string) => normaliseSessionCode(typed).replace(/\D/g, '')
const attributes = { inputMode: 'numeric', autoComplete: 'one-time-code', name: 'code' } as const

/** The digits that the teacher, or the kiosk at work, shows: six, and eight once more than six are typed. */
export function SessionCodeField({
  at,
  value,
  onChange,
  long = false,
  error,
  inputRef,
}: SessionCodeFieldProps) {
  const t = useTranslations('clocking')
  const digits = long || value.length > CODE_DIGITS ? LONG_CODE_DIGITS : CODE_DIGITS
  return (
    <Field
      label={t(`code.label.${at}`)}
      hint={t(`code.hint.${at}`, { digits, seconds: CODE_SECONDS })}
      error={error}
    >
      <CodeInput
        value={value}
        onChange={onChange}
        clean={clean}
        length={digits}
        longest={LONG_CODE_DIGITS}
        attributes={attributes}
        {...(inputRef && { inputRef })}
      />
    </Field>
  )
}
