import { Time } from '@/components/ui/time'
import { dayOf } from '@/domain/time'

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
  const { openedAt, closedAt, plannedStart, plannedEnd, createdAt } = session
  if (openedAt) return <Span from={openedAt} to={closedAt} timeZone={timeZone} />
  return <Span from={plannedStart ?? createdAt} to={plannedEnd} timeZone={timeZone} />
}

interface SpanProps {
  from: Date
  to: Date | null
  timeZone: string
}

/** From one instant to another; the second day is named only where it is another one. */
export function Span({ from, to, timeZone }: SpanProps) {
  return (
    <>
      <Time at={from} timeZone={timeZone} format="date" />, <Time at={from} timeZone={timeZone} />
      {to && (
        <>
          {' – '}
          <Time
            at={to}
            timeZone={timeZone}
            format={dayOf(from, timeZone) === dayOf(to, timeZone) ? 'time' : 'dateTime'}
          />
        </>
      )}
    </>
  )
}
