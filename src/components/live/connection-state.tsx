import { LogIn, Radio, WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { Spinner } from '@/components/ui/spinner'
import { useErrorText } from '@/components/words/error-words'
import type { Connection } from './connection'

interface ConnectionNoticeProps {
  connection: Connection
  /** What the page's own question was answered last, null where all was well. */
  error: unknown
  /** What being signed out means for this page. */
  children: ReactNode
}

/** Says when the page does not fill itself, and what to do. Nothing while all is well. */
export function ConnectionNotice({ connection, error, children }: ConnectionNoticeProps) {
  const t = useTranslations('live')
  const errorText = useErrorText()
  return (
    <div role="status" className="[&>*]:mb-4">
      {connection === 'lost' ? (
        <Notice tone="caution" icon={<WifiOff />} action={<Spinner />}>
          {t('lost')}
        </Notice>
      ) : connection === 'signed-out' ? (
        // That they are signed out, and the way back, the notice of every page says.
        <Notice tone="caution" icon={<LogIn />}>
          {children}
        </Notice>
      ) : (
        error !== null && <Notice tone="caution">{errorText(error)}</Notice>
      )}
    </div>
  )
}

/** A small sign that the page is being filled. */
export function LiveSign({ connection }: { connection: Connection }) {
  const t = useTranslations('live')
  if (connection === 'off') return null
  const live = connection === 'live'
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm ${live ? 'text-positive-ink' : 'text-muted'}`}>
      {live ? (
        <Radio aria-hidden="true" className="size-4!" />
      ) : (
        connection !== 'refused' && connection !== 'signed-out' && <Spinner className="size-4!" />
      )}
      {live ? t('live') : connection === 'connecting' ? t('connecting') : t('notLive')}
    </span>
  )
}
