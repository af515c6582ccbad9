'use client'

import { CalendarClock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
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
  const t = useTranslations('study')
  return (
    <section aria-labelledby="planned-title">
      <h2 id="planned-title" className="mb-3 font-bold text-lg">
        {t('planned.title')}
      </h2>
      <Card padded={false}>
        <ul className="divide-y">
          {sessions.map((session) => (
            <PlannedSession key={session.id} session={session} now={now} />
          ))}
        </ul>
      </Card>
      {later > 0 && <p className="mt-2 text-muted text-sm">{t('planned.later', { count: later })}</p>}
    </section>
  )
}

function PlannedSession({ session, now }: { session: TodaySession; now: Date }) {
  const t = useTranslations('study')
  const { plannedStart, plannedEnd, title, schoolClass } = session
  const { name, timeZone } = schoolClass
  if (!plannedStart) return null
  const day = dayOf(plannedStart, now, timeZone)
  const times = {
    date: () => <Time at={plannedStart} timeZone={timeZone} format="date" />,
    start: () => <Time at={plannedStart} timeZone={timeZone} />,
    end: () => plannedEnd && <Time at={plannedEnd} timeZone={timeZone} />,
  }
  return (
    <li className="flex items-start gap-3.5 px-4 py-3.5 sm:px-6">
      <CalendarClock aria-hidden="true" className="mt-0.5 size-6 shrink-0 text-accent-ink" />
      <div className="min-w-0">
        <p className="wrap-anywhere font-semibold">
          {title ? t.rich('planned.titled', { name, title, light }) : name}
        </p>
        <p className="text-muted">
          {plannedEnd ? t.rich(`planned.fromTo.${day}`, times) : t.rich(`planned.from.${day}`, times)}
        </p>
        {plannedStart < now && <p className="text-muted text-sm">{t('planned.waiting')}</p>}
      </div>
    </li>
  )
}

const light = (words: ReactNode) => <span className="font-normal text-muted">{words}</span>

function dayOf(at: Date, now: Date, timeZone: string): 'today' | 'tomorrow' | 'later' {
  const days = daysBetween(now, at, timeZone)
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : 'later'
}
