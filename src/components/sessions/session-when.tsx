import { Time } from '@/components/ui/time'
import { startOf } from './session-words'

interface SessionWhenProps {
  session: {
    plannedStart: Date | null
    plannedEnd: Date | null
    openedAt: Date | null
    closedAt: Date | null
    createdAt: Date
  }
  timeZone: string
}

/** "Tue, 12 May 2026, 09:00 – 09:45": as it took place, or as planned while it has not. */
export function SessionWhen({ session, timeZone }: SessionWhenProps) {
  const start = startOf(session)
  const end = session.closedAt ?? session.plannedEnd
  return (
    <>
      <Time at={start} timeZone={timeZone} format="date" />, <Time at={start} timeZone={timeZone} />
      {end && (
        <>
          {' – '}
          <Time at={end} timeZone={timeZone} />
        </>
      )}
    </>
  )
}
