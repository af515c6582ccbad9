'use client'

import { LogOut } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { ClockByCode } from './clock-by-code'
import { sessionTarget } from './clock-target'
import { type Direction, presenceOf } from './presence'
import { PresenceState } from './presence-state'
import { SessionHeading } from './session-heading'
import { type TodayData, type TodaySession, useToday } from './use-today'

interface ScannedCodeProps {
  sessionId: string
  code: string
  today: TodayData
}

/** Where the code's picture leads: the code is filled in, and one tap is left to do. */
export function ScannedCode({ sessionId, code, today: initial }: ScannedCodeProps) {
  const t = useTranslations('clocking')
  const { today } = useToday(initial)
  // Kept from the first answer on: the session may end, and the result must still be read.
  const [found, setFound] = useState<TodaySession | null>(() => openSession(initial, sessionId))
  const session = openSession(today, sessionId)
  if (session && !found) setFound(session)
  if (!found) {
    return (
      <Card className="max-w-form">
        <EmptyState title={t('notOpen.title')} action={<ToToday />}>
          {t('notOpen.text')}
        </EmptyState>
      </Card>
    )
  }
  return <Clock session={found} code={code} />
}

function Clock({ session, code }: { session: TodaySession; code: string }) {
  const t = useTranslations('clocking')
  const router = useRouter()
  // Which way is settled when the page opens, so that the answer to "in" does not turn the form into "out".
  const [direction] = useState<Direction>(presenceOf(session.record) === 'here' ? 'out' : 'in')
  // Whoever scans once more by mistake must not be out with one tap.
  const [meant, setMeant] = useState(direction === 'in')
  const { schoolClass, record } = session
  return (
    <Card className="grid max-w-form gap-4">
      <SessionHeading session={session} />
      <PresenceState record={record} timeZone={schoolClass.timeZone} />
      {meant ? (
        <ClockByCode
          target={sessionTarget(session)}
          direction={direction}
          scanned={code}
          onDone={() => router.push('/study')}
        />
      ) : (
        <div className="grid gap-3">
          <p>{t('already')}</p>
          <div className="flex flex-wrap gap-2">
            <ToToday />
            <Button variant="secondary" onClick={() => setMeant(true)}>
              <LogOut aria-hidden="true" />
              {t('leaving')}
            </Button>
          </div>
        </div>
      )}
    </Card>
  )
}

function ToToday() {
  const t = useTranslations('clocking')
  return (
    <LinkButton href="/study" variant="secondary">
      {t('toToday')}
    </LinkButton>
  )
}

function openSession(today: TodayData, sessionId: string): TodaySession | null {
  return today.sessions.find(({ id, state }) => id === sessionId && state === 'OPEN') ?? null
}
