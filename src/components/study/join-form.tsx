'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { joinCodeSchema } from '@/domain/classes'
import { JoinCodeInput } from './join-code-input'

interface JoinFormProps {
  /** What the code typed before led to. */
  error?: string | undefined
  loading?: boolean
  onCode: (code: string) => void
}

/** Asks for a class's code. */
export function JoinForm({ error, loading = false, onCode }: JoinFormProps) {
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string>()

  function submit(event: FormEvent) {
    event.preventDefault()
    if (loading) return
    const parsed = joinCodeSchema.safeParse(code)
    setProblem(parsed.success ? undefined : 'A code has 6 characters.')
    if (parsed.success) onCode(parsed.data)
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field
        label="Code of the class"
        hint="6 characters, from your teacher. Capital or small letters, both are right."
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
        Show the class
      </Button>
    </form>
  )
}
