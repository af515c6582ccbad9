'use client'

import { LogIn, LogOut } from 'lucide-react'
import { FaceNeeded } from '@/components/enrolment/face-needed'
import type { FaceState } from '@/components/enrolment/face-state'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { type Direction, presenceOf } from './presence'
import { PresenceState } from './presence-state'
import { SessionTimes } from './session-times'
import type { TodaySession } from './use-today'

interface OpenSessionProps {
  session: TodaySession
  face: FaceState
  onClock: (direction: Direction) => void
}

/** An open session: where the student stands in it, and the one thing to do. */
export function OpenSession({ session, face, onClock }: OpenSessionProps) {
  const { schoolClass, record, title } = session
  const presence = presenceOf(record)

  return (
    <Card className="grid gap-5 border-accent/40 shadow-md">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h2 className="wrap-anywhere font-bold text-xl">{schoolClass.name}</h2>
          <p className="wrap-anywhere text-muted">
            {title ? `${title} · ` : ''}
            {schoolClass.teacher}
          </p>
        </div>
        <Badge tone="accent" icon={<span className="size-2! rounded-full bg-current" />}>
          Open now
        </Badge>
      </div>
      <PresenceState record={record} timeZone={schoolClass.timeZone} />
      {presence !== 'here' && presence !== 'gone' && <SessionTimes session={session} />}
      {face === 'ready' ? (
        <ClockButtons presence={presence} onClock={onClock} />
      ) : (
        presence === 'expected' && <FaceNeeded state={face} />
      )}
    </Card>
  )
}

interface ClockButtonsProps {
  presence: ReturnType<typeof presenceOf>
  onClock: (direction: Direction) => void
}

function ClockButtons({ presence, onClock }: ClockButtonsProps) {
  if (presence === 'here') {
    return (
      <Button size="lg" variant="secondary" className="w-full" onClick={() => onClock('out')}>
        <LogOut aria-hidden="true" />
        Clock out
      </Button>
    )
  }
  const back = presence === 'gone'
  return (
    <Button
      size="lg"
      variant={back || presence === 'excused' ? 'secondary' : 'primary'}
      className="h-16 w-full text-xl"
      onClick={() => onClock('in')}
    >
      <LogIn aria-hidden="true" />
      {back ? 'Clock in again' : 'Clock in'}
    </Button>
  )
}
