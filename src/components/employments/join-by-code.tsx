'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { isJoinCode, noJoinCode, normaliseJoinCode } from '@/domain/classes'
import { useReloadTeam } from './use-reload-team'

/** Joins a workplace by the code that its employer gives out: first it says where that leads. */
export function JoinByCode({ first = '' }: { first?: string }) {
  const t = useTranslations('employments')
  const [typed, setTyped] = useState(first)
  const [code, setCode] = useState(first)
  const [problem, setProblem] = useState<string>()

  function submit(event: FormEvent) {
    event.preventDefault()
    const meant = normaliseJoinCode(typed)
    const fits = isJoinCode(meant)
    setProblem(fits ? undefined : noJoinCode)
    if (fits) setCode(meant)
  }

  return (
    <Card>
      <CardHeader title={t('own.code')} />
      <form noValidate onSubmit={submit} className="grid gap-3">
        <Field label={t('own.codeField')} error={problem}>
          <Input
            autoCapitalize="characters"
            autoComplete="off"
            maxLength={12}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="secondary" className="justify-self-start">
          {t('own.look')}
        </Button>
      </form>
      {code && <Found code={code} />}
    </Card>
  )
}

function Found({ code: joinCode }: { code: string }) {
  const t = useTranslations('employments')
  const trpc = useTRPC()
  const router = useRouter()
  const reload = useReloadTeam()
  const place = useQuery(trpc.employments.toJoin.queryOptions({ joinCode }))
  const join = useMutation(
    trpc.employments.join.mutationOptions({
      onSuccess: async () => {
        await reload()
        toast.success(t('asked.accepted', { workplace: place.data?.name ?? '' }))
        router.push('/work/workplaces')
      },
    }),
  )
  if (!place.data) return <ActionError error={place.error} />
  const { name, by, joined } = place.data
  return (
    <div className="mt-4 grid gap-2 border-t pt-4">
      <p className="font-semibold">{t('own.joinTitle', { name })}</p>
      {joined ? (
        <p className="text-muted">{t('own.joined')}</p>
      ) : (
        <>
          <p className="text-muted">{t('own.joinText', { by })}</p>
          <ActionError error={join.error} />
          <Button
            loading={join.isPending}
            className="justify-self-start"
            onClick={() => join.mutate({ joinCode })}
          >
            {t('own.join')}
          </Button>
        </>
      )}
    </div>
  )
}
