'use client'

import type { Ref } from 'react'
import { CodeInput } from '@/components/ui/code-input'
import { Field } from '@/components/ui/field'
import { CODE_DIGITS, normaliseSessionCode } from '@/domain/session-code'

interface SessionCodeFieldProps {
  value: string
  onChange: (code: string) => void
  error?: string | undefined
  inputRef?: Ref<HTMLInputElement>
}

const clean = (typed: string) => normaliseSessionCode(typed).replace(/\D/g, '')
const attributes = { inputMode: 'numeric', autoComplete: 'one-time-code', name: 'code' } as const

/** The six digits that the teacher shows. */
export function SessionCodeField({ value, onChange, error, inputRef }: SessionCodeFieldProps) {
  return (
    <Field
      label="Code of the session"
      hint="6 digits, which your teacher shows. A new one comes every 30 seconds."
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
