import { Hand } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'

/** What going without a face means in practice. */
export function WithoutFace() {
  const t = useTranslations('clocking')
  return (
    <Notice icon={<Hand />} title={t('without.title')}>
      {t('without.text')}
    </Notice>
  )
}
