import { Badge } from './badge'
import { type Status, statusLook } from './statuses'

interface StatusBadgeProps {
  status: Status
  size?: 'md' | 'lg'
  className?: string
}

export function StatusBadge({ status, ...rest }: StatusBadgeProps) {
  const { label, tone, icon: Icon } = statusLook[status]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />} {...rest}>
      {label}
    </Badge>
  )
}
