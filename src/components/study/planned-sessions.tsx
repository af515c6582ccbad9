'use client'

import { CalendarClock } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { Time } from '@/components/ui/time'
import { daysBetween } from '@/domain/time'
import type { TodaySession } from '../clocking/use-today'

interface PlannedSessionsProps {
  sessions: TodaySession[]
  /** How many more are planned after these. */
  later: number
  now: Date
}

/** What comes next, soonest first. */
export function PlannedSessions({ sessions, later, now }: PlannedSessionsProps) {
  return (
    <section aria-labelledby="planned-title">
      <h2 id="planned-title" className="mb-3 font-bold text-lg">
        Planned
      </h2>
      <Card padded={false}>
        <ul className="divide-y">
          {sessions.map((session) => (
            <PlannedSession key={session.id} session={session} now={now} />
          ))}
        </ul>
      </Card>
      {later > 0 && <p className="mt-2 text-muted text-sm">And {later} more, later than these.</p>}
    </section>
  )
}

function PlannedSession({ session, now }: { session: TodaySession; now: Date }) {
  const { plannedStart, plannedEnd, title, schoolClass } = session
  const { timeZone } = schoolClass
  if (!plannedStart) return null
  return (
    <li className="flex items-start gap-3.5 px-4 py-3.5 sm:px-6">
      <CalendarClock aria-hidden="true" className="mt-0.5 size-6 shrink-0 text-accent-ink" />
      <div className="min-w-0">
        <p className="wrap-anywhere font-semibold">
          {schoolClass.name}
          {title && <span className="font-normal text-muted"> · {title}</span>}
        </p>
        <p className="text-muted">
          {dayWord(plannedStart, now, timeZone) ?? (
            <Time at={plannedStart} timeZone={timeZone} format="date" />
          )}
          , <Time at={plannedStart} timeZone={timeZone} />
          {plannedEnd && (
            <>
              {' to '}
              <Time at={plannedEnd} timeZone={timeZone} />
            </>
          )}
        </p>
        {plannedStart < now && <p className="text-muted text-sm">Waiting for your teacher to open it</p>}
      </div>
    </li>
  )
}

function dayWord(at: Date, now: Date, timeZone: string): string | null {
  const days = daysBetween(now, at, timeZone)
  if (days === 0) return 'Today'
  return days === 1 ? 'Tomorrow' : null
}
