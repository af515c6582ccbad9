import { CalendarClock, CircleCheckBig, Radio } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'

/** Whether a session is planned, open or over. */
export function StateBadge({ state }: { state: 'SCHEDULED' | 'OPEN' | 'CLOSED' }) {
  const t = useTranslations('sessions')
  if (state === 'OPEN')
    return (
      <Badge tone="positive" icon={<Radio aria-hidden="true" />}>
        {t('state.OPEN')}
      </Badge>
    )
  if (state === 'SCHEDULED')
    return (
      <Badge tone="accent" icon={<CalendarClock aria-hidden="true" />}>
        {t('state.SCHEDULED')}
      </Badge>
    )
  return <Badge icon={<CircleCheckBig aria-hidden="true" />}>{t('state.CLOSED')}</Badge>
}
