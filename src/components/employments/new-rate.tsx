'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { fieldError } from '@/domain/field-errors'
import { parseWage } from '@/domain/money'
import { dayOf } from '@/domain/time'
import type { Employment } from './employment'
import { useReloadTeam } from './use-reload-team'

const laterOf = (one: string, other: string) => [one, other].sort()[1] ?? one

/** A rate from a day on; of the past, with a reason. */
export function NewRate({ employment, onDone }: { employment: Employment; onDone: () => void }) {
  const t = useTranslations('employments')
  const ui = useTranslations('ui')
  const trpc = useTRPC()
  const reload = useReloadTeam()
  const { id: employmentId, workplace, kinds, startedOn } = employment
  const today = dayOf(new Date(), workplace.timeZone)
  const [amount, setAmount] = useState('')
  const [kindId, setKindId] = useState('')
  const [from, setFrom] = useState(laterOf(today, startedOn))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const minorPerHour = parseWage(amount, workplace.currency)
  const add = useMutation(
    trpc.employments.addRate.mutationOptions({
      onSuccess: async () => {
        await reload()
        toast.success(t('rates.saved'))
        onDone()
      },
    }),
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (minorPerHour === null || add.isPending) return
    const why = reason.trim()
    add.mutate({ employmentId, from, minorPerHour, kindId: kindId || null, ...(why && { reason: why }) })
  }

  return (
    <form noValidate onSubmit={submit} className="mt-3 grid gap-4 border-t pt-4">
      <Field
        label={t('rates.amount', { currency: workplace.currency })}
        error={tried && minorPerHour === null ? fieldError('amount_unclear') : undefined}
      >
        <Input
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          onChange={(event) => setAmount(event.target.value)}
        />
      </Field>
      {kinds.length > 0 && (
        <Field label={t('rates.kind')}>
          <Select value={kindId} onChange={(event) => setKindId(event.target.value)}>
            <option value="">{t('rates.all')}</option>
            {kinds.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={t('rates.from')}>
        <Input type="date" min={startedOn} value={from} onChange={(event) => setFrom(event.target.value)} />
      </Field>
      {from < today && (
        <Field label={t('rates.reason')}>
          <Input maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
      <ActionError error={add.error} />
      <div className="flex gap-2">
        <Button type="submit" size="sm" loading={add.isPending}>
          {ui('save')}
        </Button>
        <Button variant="ghost" size="sm" onClick={onDone}>
          {ui('cancel')}
        </Button>
      </div>
    </form>
  )
}
