'use client'

import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { useOfDemo } from './demo-provider'

/** Says of what was measured that it is a demo's. */
export function DemoCurves() {
  const t = useTranslations('demo')
  if (!useOfDemo()) return null
  return (
    <Notice tone="caution" className="mb-6" title={t('curves.title')}>
      {t('curves.text')}
    </Notice>
  )
}
