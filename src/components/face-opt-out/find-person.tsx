'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { checked } from '@/components/ui/checked'
import { fetchEmailSchema } from '@/components/ui/email-schema'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useErrorText } from '@/components/words/error-words'
import { PersonRow } from './person-row'

/** Finds one account by its email. */
export function FindPerson() {
  const t = useTranslations('face-opt-out')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const [typed, setTyped] = useState('')
  const [email, setEmail] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const person = useQuery(
    trpc.faceOptOut.byEmail.queryOptions({ email: email ?? '' }, { enabled: email !== undefined }),
  )

  async function submit(event: FormEvent) {
    event.preventDefault()
    const { data, problem } = await checked(fetchEmailSchema, typed)
    setProblem(problem)
    if (data === undefined) return
    if (data === email) void person.refetch()
    setEmail(data)
  }

  return (
    <form onSubmit={submit} noValidate className="mb-4 grid max-w-2xl gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <Field
          label={t('find.label')}
          error={problem ?? (person.error ? errorText(person.error) : undefined)}
          className="min-w-0 flex-1 basis-60"
        >
          <Input
            type="email"
            autoComplete="off"
            value={typed}
            onChange={(event) => {
              setProblem(undefined)
              setTyped(event.target.value)
            }}
          />
        </Field>
        <Button type="submit" variant="secondary" loading={person.isFetching}>
          {t('find.act')}
        </Button>
      </div>
      {person.data && (
        <ul>
          <PersonRow person={person.data} />
        </ul>
      )}
    </form>
  )
}
