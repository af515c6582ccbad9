'use client'

import { useTranslations } from 'next-intl'
import { FaceNeeded } from '@/components/enrolment/face-needed'
import type { FaceState } from '@/components/enrolment/face-state'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { ClockButtons } from './clock-buttons'
import type { ClockMeans } from './clock-dialog'
import { type Direction, presenceOf } from './presence'
import { PresenceState } from './presence-state'
import { SessionHeading } from './session-heading'
import { SessionTimes } from './session-times'
import type { TodaySession } from './use-today'

interface OpenSessionProps {
  session: TodaySession
  face: FaceState
  onClock: (direction: Direction, by: ClockMeans) => void
}

/** An open session: where the student stands in it, and the one thing to do. */
export function OpenSession({ session, face, onClock }: OpenSessionProps) {
  const t = useTranslations('clocking')
  const { schoolClass, record } = session
  const presence = presenceOf(record)

  return (
    <Card className="grid gap-5 border-accent/40 shadow-md!">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <SessionHeading session={session} />
        <Badge tone="accent" icon={<span className="size-2! rounded-full bg-current" />}>
          {t('openNow')}
        </Badge>
      </div>
      <PresenceState record={record} timeZone={schoolClass.timeZone} />
      {presence !== 'here' && presence !== 'gone' && <SessionTimes session={session} />}
      <ClockButtons presence={presence} face={face === 'ready'} onClock={onClock} />
      {face !== 'ready' && presence === 'expected' && <FaceNeeded state={face} />}
    </Card>
  )
}
