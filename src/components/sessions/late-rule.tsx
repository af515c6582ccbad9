import { Time } from '@/components/ui/time'
import { lastOnTime } from '@/domain/attendance'

interface LateRuleProps {
  session: { plannedStart: Date | null; openedAt: Date | null; lateAfterMinutes: number }
  timeZone: string
  now: Date
}

/** What somebody who comes now is counted as, and until when: the late rule in words. */
export function LateRule({ session: { openedAt, ...session }, timeZone, now }: LateRuleProps) {
  if (!openedAt) return null
  const until = lastOnTime({ ...session, openedAt })
  if (now <= until)
    return (
      <>
        On time until <Time at={until} timeZone={timeZone} />, late after that.
      </>
    )
  return (
    <>
      Late since <Time at={until} timeZone={timeZone} />: whoever clocks in now is late.
    </>
  )
}
