'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import type { Employment } from './employment'
import { useReloadTeam } from './use-reload-team'

const HOUR = 60

/** What is agreed besides the wage. */
export function TermsCard({ employment }: { employment: Employment }) {
  const t = useTranslations('employments')
  const ui = useTranslations('ui')
  const trpc = useTRPC()
  const reload = useReloadTeam()
  const { id: employmentId, contractMinutes } = employment
  const [jobTitle, setJobTitle] = useState(employment.jobTitle ?? '')
  const [externalNumber, setExternalNumber] = useState(employment.externalNumber ?? '')
  const [hours, setHours] = useState(contractMinutes === null ? '' : String(contractMinutes / HOUR))
  const [concurrent, setConcurrent] = useState(employment.concurrent)
  const save = useMutation(
    trpc.employments.update.mutationOptions({
      onSuccess: async () => {
        await reload()
        toast.success(t('terms.saved'))
      },
    }),
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate({
      ...{ employmentId, concurrent },
      jobTitle: jobTitle.trim() || null,
      externalNumber: externalNumber.trim() || null,
      contractMinutes: hours.trim() === '' ? null : Math.round(Number(hours) * HOUR),
    })
  }

  return (
    <Card>
      <CardHeader title={t('terms.title')} />
      <form noValidate onSubmit={submit}>
        <fieldset disabled={!employment.mayApprove} className="grid max-w-form gap-4">
          <Field label={t('terms.jobTitle')} optional>
            <Input maxLength={80} value={jobTitle} onChange={(event) => setJobTitle(event.target.value)} />
          </Field>
          <Field label={t('terms.externalNumber')} optional>
            <Input
              maxLength={40}
              value={externalNumber}
              onChange={(event) => setExternalNumber(event.target.value)}
            />
          </Field>
          <Field label={t('terms.hours')} optional>
            <Input
              type="number"
              inputMode="decimal"
              step="any"
              min={0}
              max={168}
              value={hours}
              onChange={(event) => setHours(event.target.value)}
            />
          </Field>
          <Checkbox
            label={t('terms.concurrent')}
            checked={concurrent}
            onChange={(event) => setConcurrent(event.target.checked)}
          />
          <ActionError error={save.error} />
          {employment.mayApprove && (
            <Button type="submit" variant="secondary" loading={save.isPending} className="justify-self-start">
              {ui('save')}
            </Button>
          )}
        </fieldset>
      </form>
    </Card>
  )
}
