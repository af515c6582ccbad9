import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Spinner } from '@/components/ui/spinner'

/** Covers everything: nothing that is shown or done now would be true. */
export function NoConnection() {
  const t = useTranslations('kiosks')
  return (
    <div
      role="alert"
      className="fixed inset-0 z-50 grid animate-appear place-content-center justify-items-center gap-4 bg-page px-6 text-center"
    >
      <span
        aria-hidden="true"
        className="grid size-24 place-items-center rounded-full bg-caution-soft text-caution-ink"
      >
        <WifiOff className="size-12" />
      </span>
      <p className="font-bold text-3xl">{t('lost.title')}</p>
      <p className="max-w-form text-muted text-xl">{t('lost.text')}</p>
      <p className="flex items-center gap-3 text-lg text-muted">
        <Spinner className="size-6!" />
        {t('lost.again')}
      </p>
    </div>
  )
}
