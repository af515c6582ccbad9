import { Images } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'

interface RollCallLinkProps {
  sessionId: string
  /** Photos of this session wait for the teacher, or are being read. */
  underWay: boolean
}

/** Leads from a session to its roll call from photos, and back to one that is under way. */
export function RollCallLink({ sessionId, underWay }: RollCallLinkProps) {
  const t = useTranslations('roll-calls')
  return (
    <LinkButton
      variant={underWay ? 'primary' : 'secondary'}
      href={`/teach/sessions/${sessionId}/roll-call`}
      className="max-sm:flex-auto"
    >
      <Images aria-hidden="true" />
      {underWay ? t('link.goOn') : t('link.start')}
    </LinkButton>
  )
}
