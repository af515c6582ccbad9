'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { dayOf } from '@/domain/time'
import type { Employment } from './employment'
import { useReloadTeam } from './use-reload-team'

/** Employs somebody again who has left. */
export function RehireCard({ employment }: { employment: Employment }) {
  const t = useTranslations('employments')
  const trpc = useTRPC()
  const router = useRouter()
  const reload = useReloadTeam()
  const [startedOn, setStartedOn] = useState(dayOf(new Date(), employment.workplace.timeZone))
  const rehire = useMutation(
    trpc.employments.rehire.mutationOptions({
      onSuccess: async ({ id }) => {
        await reload()
        router.push(`/employ/employments/${id}`)
      },
    }),
  )
  return (
    <Card>
      <CardHeader title={t('rehire.title')} description={t('rehire.hint')} />
      <div className="grid gap-4">
        <Field label={t('list.startedOn')}>
          <Input type="date" value={startedOn} onChange={(event) => setStartedOn(event.target.value)} />
        </Field>
        <ActionError error={rehire.error} />
        <Button
          variant="secondary"
          className="justify-self-start"
          loading={rehire.isPending}
          onClick={() => rehire.mutate({ employmentId: employment.id, startedOn })}
        >
          {t('rehire.title')}
        </Button>
      </div>
    </Card>
  )
}
