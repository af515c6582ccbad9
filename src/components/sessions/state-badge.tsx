import { CalendarClock, CircleCheckBig, CircleHelp, Radio } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'

/** Whether a session is planned, open or over, and then whether it was taken. */
export function StateBadge({
  state,
  notTaken = false,
}: {
  state: 'SCHEDULED' | 'OPEN' | 'CLOSED'
  notTaken?: boolean
}) {
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
  if (notTaken)
    return (
      <Badge tone="caution" icon={<CircleHelp aria-hidden="true" />}>
        {t('state.NOT_TAKEN')}
      </Badge>
    )
  return <Badge icon={<CircleCheckBig aria-hidden="true" />}>{t('state.CLOSED')}</Badge>
}
