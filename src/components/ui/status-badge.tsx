import { useTranslations } from 'next-intl'
import { Badge } from './badge'
import { type Status, statusLook } from './statuses'

interface StatusBadgeProps {
  status: Status
  size?: 'md' | 'lg'
  className?: string
}

export function StatusBadge({ status, ...rest }: StatusBadgeProps) {
  const ui = useTranslations('ui')
  const { tone, icon: Icon } = statusLook[status]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />} {...rest}>
      {ui(`status.${status}`)}
    </Badge>
  )
}
