import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import { sessionStart } from '@/domain/attendance'
import type { TodaySession } from './use-today'

const MINUTE = 60_000

/** When it began, and until when one is on time. */
export function SessionTimes({ session }: { session: TodaySession }) {
  const t = useTranslations('clocking')
  const { openedAt, plannedStart, lateAfterMinutes } = session
  const { timeZone } = session.schoolClass
  if (!openedAt) return null
  const onTimeUntil = new Date(sessionStart({ plannedStart, openedAt }).getTime() + lateAfterMinutes * MINUTE)
  const times = {
    start: () => <Time at={plannedStart ?? openedAt} timeZone={timeZone} />,
    until: () => <Time at={onTimeUntil} timeZone={timeZone} />,
  }
  return (
    <p className="text-muted">
      {plannedStart ? t.rich('times.planned', times) : t.rich('times.open', times)}
    </p>
  )
}
