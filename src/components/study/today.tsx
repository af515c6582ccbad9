'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { faceStateOf } from '@/components/enrolment/face-state'
import type { Advice, EnrolmentStatus } from '@/components/enrolment/use-enrolment'
import { ConnectionNotice } from '@/components/live/connection-state'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { later } from '@/components/ui/later'
import type { Clocking } from '../clocking/clock-dialog'
import { sessionTarget } from '../clocking/clock-target'
import { OpenSession } from '../clocking/open-session'
import { type TodayData, useToday } from '../clocking/use-today'
import { WithoutFace } from '../clocking/without-face'
import { NothingOpen } from './nothing-open'
import { PhotoOffer } from './photo-offer'
import { PlannedSessions } from './planned-sessions'

const ClockDialog = later(() => import('../clocking/clock-dialog').then(({ ClockDialog }) => ClockDialog), {
  when: ({ clocking }) => clocking !== null,
})

interface TodayProps {
  today: TodayData
  enrolment: EnrolmentStatus
  /** Whether the person's photos will work, as it stood when the page was asked for. */
  advice: Advice
  classes: ApiOutput['places']['joined']
  /** The person has just chosen to go without their face. */
  choseWithout: boolean
}

/** What is open now, with its one button; below it what comes next. */
export function Today(initial: TodayProps) {
  const t = useTranslations('study')
  const trpc = useTRPC()
  const { today, connection, error } = useToday(initial.today)
  const { data: enrolment } = useQuery(
    trpc.enrolment.status.queryOptions(undefined, { initialData: initial.enrolment }),
  )
  const { data: classes } = useQuery(
    trpc.places.joined.queryOptions(undefined, { initialData: initial.classes }),
  )
  // Held here and not by the session's card, which goes when the session ends: the answer must still be read.
  const [clocking, setClocking] = useState<Clocking | null>(null)
  const face = faceStateOf(enrolment)
  const open = today.sessions.filter(({ state }) => state === 'OPEN')
  const planned = today.sessions.filter(({ state }) => state === 'SCHEDULED')

  return (
    <div className="max-w-3xl">
      <ConnectionNotice connection={connection} error={error}>
        {t('today.signedOut')}
      </ConnectionNotice>
      <div className="grid gap-8">
        {initial.choseWithout && face === 'no_consent' && <WithoutFace />}
        <section aria-live="polite" aria-label={t('today.open')} className="grid gap-4">
          {open.length === 0 ? (
            <NothingOpen classes={classes} />
          ) : (
            open.map((session) => (
              <OpenSession
                key={session.id}
                session={session}
                face={faceStateOf(enrolment, session.schoolClass.id)}
                onClock={(direction, by) => setClocking({ target: sessionTarget(session), direction, by })}
              />
            ))
          )}
        </section>
        {face === 'ready' && <PhotoOffer advice={initial.advice} photos={initial.enrolment.photos} />}
        {planned.length > 0 && (
          <PlannedSessions sessions={planned} later={today.plannedLater} now={today.now} />
        )}
      </div>
      <ClockDialog clocking={clocking} onClose={() => setClocking(null)} />
    </div>
  )
}
