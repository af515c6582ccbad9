import { CalendarClock, CircleCheckBig, Radio } from 'lucide-react'
import { Badge } from '@/components/ui/badge'

/** Whether a session is planned, open or over. */
export function StateBadge({ state }: { state: 'SCHEDULED' | 'OPEN' | 'CLOSED' }) {
  if (state === 'OPEN')
    return (
      <Badge tone="positive" icon={<Radio aria-hidden="true" />}>
        Open
      </Badge>
    )
  if (state === 'SCHEDULED')
    return (
      <Badge tone="accent" icon={<CalendarClock aria-hidden="true" />}>
        Planned
      </Badge>
    )
  return <Badge icon={<CircleCheckBig aria-hidden="true" />}>Ended</Badge>
}
