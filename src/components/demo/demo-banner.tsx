import { FlaskConical } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** Above every page of an account that the demo came with. */
export function DemoBanner() {
  const t = useTranslations('demo')
  return (
    <aside aria-label={t('banner.label')} className="border-b bg-caution-soft text-caution-ink print:hidden">
      <p className="mx-auto flex max-w-app items-start gap-2 px-4 py-2 text-sm sm:px-6">
        <FlaskConical aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        {t('banner.text')}
      </p>
    </aside>
  )
}
