'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { useDayText } from '@/components/words/calendar-day'
import { dayOf } from '@/domain/time'
import type { Employment } from './employment'
import { useReloadTeam } from './use-reload-team'

/** Ends an employment with a last day. */
export function EndCard({ employment }: { employment: Employment }) {
  const t = useTranslations('employments')
  const dayText = useDayText()
  const trpc = useTRPC()
  const reload = useReloadTeam()
  const { id: employmentId, name, workplace } = employment
  const [endedOn, setEndedOn] = useState(dayOf(new Date(), workplace.timeZone))
  const [reason, setReason] = useState('')
  const [asking, setAsking] = useState(false)
  const end = useMutation(trpc.employments.end.mutationOptions())

  async function act() {
    const why = reason.trim()
    await end.mutateAsync({ employmentId, endedOn, ...(why && { reason: why }) })
    await reload()
    toast.success(t('end.done', { day: dayText(endedOn) }))
  }

  return (
    <Card>
      <CardHeader title={t('end.title')} description={t('end.hint')} />
      <div className="grid gap-4">
        <Field label={t('end.day')}>
          <Input type="date" value={endedOn} onChange={(event) => setEndedOn(event.target.value)} />
        </Field>
        <Field label={t('end.reason')} optional>
          <Input maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Button variant="secondary" className="justify-self-start" onClick={() => setAsking(true)}>
          {t('end.button')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('end.question', { name })}
        consequence={t('end.hint')}
        confirm={t('end.button')}
        onConfirm={act}
      />
    </Card>
  )
}
