'use client'

import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import { CodeInput } from '@/components/ui/code-input'
import { Field } from '@/components/ui/field'
import { CODE_DIGITS, CODE_SECONDS, normaliseSessionCode } from '@/domain/session-code'

interface SessionCodeFieldProps {
  at: 'session' | 'work'
  value: string
  onChange: (code: string) => void
  error?: string | undefined
  inputRef?: Ref<HTMLInputElement>
}

const clean = (typed: string) => normaliseSessionCode(typed).replace(/\D/g, '')
const attributes = { inputMode: 'numeric', autoComplete: 'one-time-code', name: 'code' } as const

/** The six digits that the teacher, or the kiosk at work, shows. */
export function SessionCodeField({ at, value, onChange, error, inputRef }: SessionCodeFieldProps) {
  const t = useTranslations('clocking')
  return (
    <Field
      label={t(`code.label.${at}`)}
      hint={t(`code.hint.${at}`, { digits: CODE_DIGITS, seconds: CODE_SECONDS })}
      error={error}
    >
      <CodeInput
        value={value}
        onChange={onChange}
        clean={clean}
        length={CODE_DIGITS}
        attributes={attributes}
        {...(inputRef && { inputRef })}
      />
    </Field>
  )
}
