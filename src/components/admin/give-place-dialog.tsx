'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { checked } from '@/components/ui/checked'
import { fetchEmailSchema } from '@/components/ui/email-schema'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ReasonDialog } from './reason-dialog'

interface GivePlaceDialogProps {
  place: ApiOutput['admin']['place']
  onClose: () => void
}

/** Makes somebody else the owner of a class or a workplace, by the email of their account. */
export function GivePlaceDialog({ place: { id: placeId, name }, onClose }: GivePlaceDialogProps) {
  const t = useTranslations('admin')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const give = useMutation(
    trpc.admin.givePlace.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.admin.pathFilter()),
    }),
  )
  const [problem, setProblem] = useState<string>()

  async function isReady() {
    const { problem } = await checked(fetchEmailSchema, email)
    setProblem(problem)
    return problem === undefined
  }

  return (
    <ReasonDialog
      title={t('place.give.title', { name })}
      text={t('place.give.text')}
      confirm={t('place.give.act')}
      done={t('place.give.done', { name })}
      act={(reason) => give.mutateAsync({ placeId, email, reason })}
      {...{ isReady, onClose }}
    >
      <Field label={t('place.give.email')} error={problem}>
        <Input
          type="email"
          autoComplete="off"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
      </Field>
    </ReasonDialog>
  )
}
