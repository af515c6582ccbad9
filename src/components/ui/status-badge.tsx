import { Badge } from './badge'
import { useStatusWords } from './status-words'
import { type Status, statusLook } from './statuses'

interface StatusBadgeProps {
  status: Status
  size?: 'md' | 'lg'
  className?: string
}

export function StatusBadge({ status, ...rest }: StatusBadgeProps) {
  const word = useStatusWords()
  const { tone, icon: Icon } = statusLook[status]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />} {...rest}>
      {word(status)}
    </Badge>
  )
}
