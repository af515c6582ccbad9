import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import { lastOnTime } from '@/domain/attendance'

interface LateRuleProps {
  session: { plannedStart: Date | null; openedAt: Date | null; lateAfterMinutes: number }
  timeZone: string
  now: Date
}

/** What somebody who comes now is counted as, and until when: the late rule in words. */
export function LateRule({ session: { openedAt, ...session }, timeZone, now }: LateRuleProps) {
  const t = useTranslations('sessions')
  if (!openedAt) return null
  const until = lastOnTime({ ...session, openedAt })
  const at = () => <Time at={until} timeZone={timeZone} />
  return now <= until ? t.rich('lateRule.onTimeUntil', { at }) : t.rich('lateRule.lateSince', { at })
}
