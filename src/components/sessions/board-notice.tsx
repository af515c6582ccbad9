import { useTranslations } from 'next-intl'
import type { Connection } from '@/components/live/connection'
import { ConnectionNotice } from '@/components/live/connection-state'

interface BoardNoticeProps {
  connection: Connection
  error: unknown
}

/** Says when the board does not fill itself. */
export function BoardNotice(props: BoardNoticeProps) {
  const t = useTranslations('sessions')
  return <ConnectionNotice {...props}>{t('board.signedOut')}</ConnectionNotice>
}
