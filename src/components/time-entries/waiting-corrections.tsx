'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useReadAnew } from '../clocking/use-read-anew'
import { ActionError } from '../providers/action-error'
import type { ApiOutput } from '../providers/api-output'
import { useTRPC } from '../providers/trpc-provider'
import { Button } from '../ui/button'
import { Card, CardHeader } from '../ui/card'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { CorrectionBadge, CorrectionTimes } from './correction-words'

export type Waiting = ApiOutput['timeEntries']['corrections'][number]

interface WaitingCorrectionsProps {
  initial: Waiting[]
  workplace: { id: string; timeZone: string }
  /** Whether whoever looks decides about hours. */
  decides: boolean
  /** Whose alone. */
  userId?: string
}

/** What people ask for and dispute, each to be decided with a word. */
export function WaitingCorrections({ initial, workplace, decides, userId }: WaitingCorrectionsProps) {
  const t = useTranslations('time-entries')
  const trpc = useTRPC()
  const id = useId()
  const { data: all } = useQuery(
    trpc.timeEntries.corrections.queryOptions({ workplaceId: workplace.id }, { initialData: initial }),
  )
  const data = all.filter((one) => !userId || one.userId === userId)
  return (
    <Card aria-labelledby={id}>
      <CardHeader title={<span id={id}>{t('waiting.title')}</span>} />
      {data.length === 0 ? (
        <p className="text-muted">{t('waiting.none')}</p>
      ) : (
        <ul className="divide-y">
          {data.map((correction) => (
            <Asked
              key={correction.id}
              correction={correction}
              timeZone={workplace.timeZone}
              decides={decides}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}

interface AskedProps {
  correction: Waiting
  timeZone: string
  decides: boolean
}

function Asked({ correction, timeZone, decides }: AskedProps) {
  const t = useTranslations('time-entries')
  const { name, state, reason, answer } = correction
  return (
    <li className="grid gap-2 py-3">
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        <span className="wrap-anywhere">{name}</span>
        <CorrectionBadge state={state} />
      </p>
      <div>
        <CorrectionTimes correction={correction} timeZone={timeZone} />
        <p className="wrap-anywhere text-sm">{t('history.reason', { reason })}</p>
        {state === 'DISPUTED' && answer && (
          <p className="wrap-anywhere text-sm">{t('correction.answer', { answer })}</p>
        )}
      </div>
      {decides && <Decision correction={correction} />}
    </li>
  )
}

function Decision({ correction: { id: correctionId, state } }: { correction: Waiting }) {
  const t = useTranslations('time-entries')
  const [words, setWords] = useState('')
  const decide = useMutation(useTRPC().timeEntries.decide.mutationOptions({ onSettled: useReadAnew() }))
  const disputed = state === 'DISPUTED'
  const say = (grant: boolean) => decide.mutate({ correctionId, grant, words })
  return (
    <>
      <Field label={t('waiting.words')} optional>
        <Input maxLength={300} value={words} onChange={({ target }) => setWords(target.value)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" loading={decide.isPending} onClick={() => say(true)}>
          {disputed ? t('waiting.goBack') : t('waiting.grant')}
        </Button>
        <Button size="sm" variant="secondary" disabled={decide.isPending} onClick={() => say(false)}>
          {disputed ? t('waiting.keep') : t('waiting.refuse')}
        </Button>
      </div>
      <ActionError error={decide.error} />
    </>
  )
}
