'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { checkedBy } from '@/components/ui/checked'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import { noRights, RightsFields, type RightsForm, rightsIn } from './leader-rights'
import type { PlaceKind } from './place-kind'

/** Asks a colleague by email; the answer says nothing of whether there is such an account. */
export function InviteLeader({ placeId, kind }: { placeId: string; kind: PlaceKind }) {
  const t = useTranslations('places')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [rights, setRights] = useState<RightsForm>(noRights)
  const { register, handleSubmit, reset, formState } = useForm({
    resolver: checkedBy(() =>
      import('@/domain/account-schema').then(({ emailInputSchema }) => emailInputSchema),
    ),
    defaultValues: { email: '' },
  })
  const invite = useMutation(
    trpc.places.invite.mutationOptions({
      onSuccess: async (_, { email }) => {
        reset()
        setRights(noRights)
        toast.success(t('invite.done', { email }))
        await queries.invalidateQueries(trpc.places.leaders.pathFilter())
      },
    }),
  )
  return (
    <form
      noValidate
      onSubmit={handleSubmit(({ email }) =>
        invite.mutate({ placeId, email, ...(kind === 'WORKPLACE' && { rights: rightsIn(rights) }) }),
      )}
      className="mt-4 grid gap-3"
    >
      <Field
        label={t('invite.label', { kind })}
        hint={t('invite.hint')}
        error={formState.errors.email?.message}
      >
        <Input type="email" autoComplete="off" inputMode="email" {...register('email')} />
      </Field>
      {kind === 'WORKPLACE' && <RightsFields value={rights} onChange={setRights} />}
      <FormError>{invite.error && errorText(invite.error)}</FormError>
      <Button type="submit" variant="secondary" loading={invite.isPending} className="justify-self-start">
        <UserPlus aria-hidden="true" />
        {t('invite.button')}
      </Button>
    </form>
  )
}
