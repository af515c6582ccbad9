'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useReadAnew } from '../clocking/use-read-anew'
import { ActionError } from '../providers/action-error'
import { useTRPC } from '../providers/trpc-provider'
import { Button } from '../ui/button'
import { Card, CardHeader } from '../ui/card'
import { CorrectionBadge, CorrectionTimes } from './correction-words'
import type { Correction } from './use-work'

interface OwnCorrectionsProps {
  corrections: Correction[]
  timeZone: string
}

/** What one asked for, and what was changed of one's hours: to be agreed to or disputed. */
export function OwnCorrections({ corrections, timeZone }: OwnCorrectionsProps) {
  const t = useTranslations('time-entries')
  const id = useId()
  if (corrections.length === 0) return null
  return (
    <Card aria-labelledby={id}>
      <CardHeader title={<span id={id}>{t('correction.title')}</span>} description={t('correction.hint')} />
      <ul className="divide-y">
        {corrections.map((correction) => (
          <OwnCorrection key={correction.id} correction={correction} timeZone={timeZone} />
        ))}
      </ul>
    </Card>
  )
}

function OwnCorrection({ correction, timeZone }: { correction: Correction; timeZone: string }) {
  const t = useTranslations('time-entries')
  const { id: correctionId, state, own, reason, answer } = correction
  return (
    <li className="grid gap-1 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <CorrectionBadge state={state} />
        <span className="text-muted text-sm">{own ? t('correction.byYou') : t('correction.byLeader')}</span>
      </p>
      <CorrectionTimes correction={correction} timeZone={timeZone} />
      <p className="wrap-anywhere text-sm">{t('history.reason', { reason })}</p>
      {answer && <p className="wrap-anywhere text-sm">{t('correction.answer', { answer })}</p>}
      <Answers correctionId={correctionId} state={state} />
    </li>
  )
}

function Answers({ correctionId, state }: { correctionId: string; state: Correction['state'] }) {
  const t = useTranslations('time-entries')
  const trpc = useTRPC()
  const onSettled = useReadAnew()
  const withdraw = useMutation(trpc.timeEntries.withdraw.mutationOptions({ onSettled }))
  const answer = useMutation(trpc.timeEntries.answer.mutationOptions({ onSettled }))
  const error = withdraw.error ?? answer.error
  return (
    <>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {state === 'ASKED' && (
          <Button
            variant="secondary"
            size="sm"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ correctionId })}
          >
            {t('correction.withdraw')}
          </Button>
        )}
        {state === 'APPLIED' && (
          <>
            <Button
              size="sm"
              loading={answer.isPending}
              onClick={() => answer.mutate({ correctionId, agrees: true })}
            >
              {t('correction.agree')}
            </Button>
            <Button
              variant="secondary"
              size="sm"
              onClick={() => answer.mutate({ correctionId, agrees: false })}
            >
              {t('correction.dispute')}
            </Button>
          </>
        )}
      </div>
      <ActionError error={error} />
    </>
  )
}
