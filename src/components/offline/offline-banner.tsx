'use client'

import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useKeptPage } from './use-kept-page'
import { useOnline } from './use-online'

/** Above every page while the browser has no network; and sees to it that a page of ours is there until it is back. */
export function OfflineBanner() {
  const t = useTranslations('offline')
  const online = useOnline()
  useKeptPage()
  return (
    <div role="status" className="sticky top-0 z-40 print:hidden">
      {!online && (
        <p data-offline="" className="border-b bg-caution-soft text-caution-ink">
          <span className="mx-auto flex max-w-app items-start gap-2 px-4 py-2 font-semibold text-sm sm:px-6">
            <WifiOff aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {t('banner')}
          </span>
        </p>
      )}
    </div>
  )
}
