'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { isJoinCode, joinCodeLength, noJoinCode, normaliseJoinCode } from '@/domain/classes'
import { JoinCodeInput } from './join-code-input'

interface JoinFormProps {
  /** What the code typed before led to. */
  error?: string | undefined
  loading?: boolean
  onCode: (code: string) => void
}

/** Asks for a class's code. */
export function JoinForm({ error, loading = false, onCode }: JoinFormProps) {
  const t = useTranslations('study')
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string>()

  function submit(event: FormEvent) {
    event.preventDefault()
    if (loading) return
    const meant = normaliseJoinCode(code)
    const fits = isJoinCode(meant)
    setProblem(fits ? undefined : noJoinCode)
    if (fits) onCode(meant)
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field
        label={t('join.code')}
        hint={t('join.codeHint', { length: joinCodeLength })}
        error={problem ?? error}
      >
        <JoinCodeInput
          value={code}
          onChange={(next) => {
            setProblem(undefined)
            setCode(next)
          }}
        />
      </Field>
      <Button type="submit" size="lg" loading={loading} className="w-full sm:w-auto sm:justify-self-start">
        {t('join.show')}
      </Button>
    </form>
  )
}
