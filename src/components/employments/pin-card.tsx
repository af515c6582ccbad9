'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { pinProblem } from '@/domain/employments'
import { useReloadTeam } from './use-reload-team'

interface PinCardProps {
  employmentId: string
  number: number
  pin: { locked: boolean } | null
  /** Whether it is the reader's own. */
  own?: boolean
}

/** The PIN with which somebody clocks at a kiosk without a face: it is set here, and shown nowhere. */
export function PinCard({ employmentId, number, pin, own = false }: PinCardProps) {
  const t = useTranslations('employments')
  const trpc = useTRPC()
  const reload = useReloadTeam()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const done = {
    onSuccess: async () => {
      setTyped('')
      await reload()
      toast.success(t('pin.saved'))
    },
  }
  const setTheirs = useMutation(trpc.employments.setPin.mutationOptions(done))
  const setOwn = useMutation(trpc.employments.setOwnPin.mutationOptions(done))
  const save = own ? setOwn : setTheirs

  function submit(event: FormEvent) {
    event.preventDefault()
    const wrong = pinProblem(typed)
    setProblem(wrong ?? undefined)
    if (!wrong) save.mutate({ employmentId, pin: typed })
  }

  return (
    <Card>
      <CardHeader title={t('pin.title')} description={t('pin.hint', { number })} />
      <p className="mb-3 text-sm">{pin ? (pin.locked ? t('pin.locked') : t('pin.set')) : t('pin.none')}</p>
      <form noValidate onSubmit={submit} className="grid gap-3">
        <Field label={t('pin.field')} error={problem}>
          <Input
            type="password"
            inputMode="numeric"
            autoComplete="new-password"
            maxLength={8}
            value={typed}
            onChange={(event) => {
              setProblem(undefined)
              setTyped(event.target.value)
            }}
            className="max-w-40"
          />
        </Field>
        <ActionError error={save.error} />
        <Button type="submit" variant="secondary" loading={save.isPending} className="justify-self-start">
          {t('pin.save')}
        </Button>
      </form>
    </Card>
  )
}
