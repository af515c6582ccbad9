import { useTranslations } from 'next-intl'
import { usePageLink } from '@/components/places/use-page-link'
import { classNames } from '@/components/ui/class-names'
import { useErrorText } from '@/components/words/error-words'
import { codePath, noCode } from './code-words'
import { useSessionCode } from './use-session-code'

/** A session's code, with the page that its picture opens. */
export function useShownCode(sessionId: string) {
  const t = useTranslations('sessions')
  const errorText = useErrorText()
  const { code, seconds, error, isPending } = useSessionCode(sessionId)
  const link = usePageLink(codePath(sessionId, code ?? noCode))
  return {
    code,
    seconds,
    link,
    /** Why there is no code; null while there is one, or while it is asked for. */
    missing: code || isPending ? null : error ? errorText(error) : t('code.onItsWay'),
  }
}

/** Where the code is typed, for whoever cannot scan the picture. */
export function WhereToType({ host, className }: { host: string | undefined; className?: string }) {
  const t = useTranslations('sessions')
  return (
    <p className={classNames('text-muted', className)}>
      {t.rich('code.where', {
        host: (words) => <span className="wrap-anywhere font-semibold text-ink">{words}</span>,
        address: host ?? '',
      })}
    </p>
  )
}

export function CodeMissing({ why, className }: { why: string | null; className?: string }) {
  if (!why) return null
  return (
    <p role="status" className={classNames('text-caution-ink', className)}>
      {why}
    </p>
  )
}
