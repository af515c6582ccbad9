'use client'

import { useMutation } from '@tanstack/react-query'
import { Coffee, Hash, LogIn, LogOut, MapPin, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from '@/components/ui/toast'
import type { Clocking } from '../clocking/clock-dialog'
import type { WorkplaceToday } from '../clocking/clock-target'
import { CodeInstead } from '../clocking/code-instead'
import { useReadAnew } from '../clocking/use-read-anew'
import { FaceNeeded } from '../enrolment/face-needed'
import type { FaceState } from '../enrolment/face-state'
import { useTRPC } from '../providers/trpc-provider'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Checkbox } from '../ui/checkbox'
import { useErrorText } from '../words/error-words'
import { askPosition } from './ask-position'
import { KindField } from './kind-field'
import { RunningDial } from './running-dial'
import { WorkState } from './work-state'

interface WorkCardProps {
  workplace: WorkplaceToday
  now: Date
  arrivedAt: number
  face: FaceState
  onClock: (clocking: Clocking) => void
}

/** One workplace: the hours of today, and the one thing to do. */
export function WorkCard({ workplace, now, arrivedAt, face, onClock }: WorkCardProps) {
  const t = useTranslations('time-entries')
  const { id, name, timeZone, liveness, open, kinds, faceClocking, hasSites, employed } = workplace
  const { workedThroughFrom } = workplace
  const [kindId, setKindId] = useState('')
  const [kindMissing, setKindMissing] = useState(false)
  const [workedThrough, setWorkedThrough] = useState(false)
  const [locating, setLocating] = useState(false)
  const several = !open && kinds.length > 1
  const direction = open ? 'out' : 'in'
  const byFace = faceClocking && face === 'ready'

  async function clock(by: 'face' | 'code') {
    if (several && !kindId) return setKindMissing(true)
    setLocating(hasSites)
    const position = hasSites ? await askPosition() : undefined
    setLocating(false)
    const wish = { kindId: kindId || undefined, position, workedThrough }
    onClock({ target: { kind: 'work', id, name, timeZone, liveness, ...wish }, direction, by })
  }

  return (
    <Card className="grid content-start gap-5">
      <h2 className="wrap-anywhere font-bold text-xl">{name}</h2>
      <RunningDial workplace={workplace} now={now} arrivedAt={arrivedAt} />
      <WorkState workplace={workplace} />
      {several && (
        <KindField
          kinds={kinds}
          value={kindId}
          error={kindMissing ? t('kind.missing') : undefined}
          onChange={(next) => {
            setKindId(next)
            setKindMissing(false)
          }}
        />
      )}
      {open && workedThroughFrom && workedThroughFrom <= now && (
        <Checkbox
          label={t('workedThrough.label')}
          hint={t('workedThrough.hint')}
          checked={workedThrough}
          onChange={({ target }) => setWorkedThrough(target.checked)}
        />
      )}
      {open || employed ? (
        <div className="grid gap-2">
          <Button
            size="lg"
            variant={open ? 'secondary' : 'primary'}
            loading={locating}
            className="min-h-16! w-full text-xl!"
            onClick={() => clock(byFace ? 'face' : 'code')}
          >
            {byFace ? <Directed direction={direction} /> : <Hash aria-hidden="true" />}
            {byFace ? t(`act.${direction}`) : t(`byCode.${direction}`)}
          </Button>
          {open && <BreakButton workplaceId={id} open={open} />}
          {byFace && <CodeInstead className="w-full" onClick={() => clock('code')} />}
        </div>
      ) : (
        <p className="text-muted">{t('notEmployed')}</p>
      )}
      {hasSites && (
        <p className="flex gap-2 text-muted text-sm">
          <MapPin aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {t('position')}
        </p>
      )}
      {faceClocking && face !== 'ready' && !open && <FaceNeeded state={face} area="/work" />}
    </Card>
  )
}

function Directed({ direction }: { direction: 'in' | 'out' }) {
  return direction === 'in' ? <LogIn aria-hidden="true" /> : <LogOut aria-hidden="true" />
}

interface BreakButtonProps {
  workplaceId: string
  open: NonNullable<WorkplaceToday['open']>
}

function BreakButton({ workplaceId, open }: BreakButtonProps) {
  const t = useTranslations('time-entries')
  const trpc = useTRPC()
  const errorText = useErrorText()
  const options = {
    onSettled: useReadAnew(),
    onError: (error: unknown) => {
      toast.error(errorText(error))
    },
  }
  const start = useMutation(trpc.timeEntries.startBreak.mutationOptions(options))
  const end = useMutation(trpc.timeEntries.endBreak.mutationOptions(options))
  const pausing = open.breaks.some(({ endedAt }) => endedAt === null)
  const { mutate, isPending } = pausing ? end : start
  return (
    <Button
      size="lg"
      variant={pausing ? 'primary' : 'secondary'}
      className="w-full"
      loading={isPending}
      onClick={() => mutate({ workplaceId })}
    >
      {pausing ? <Play aria-hidden="true" /> : <Coffee aria-hidden="true" />}
      {pausing ? t('act.endBreak') : t('act.startBreak')}
    </Button>
  )
}
