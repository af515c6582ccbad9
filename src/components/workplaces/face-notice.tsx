import { ScanFace } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { refusesFaces } from '@/domain/countries'

/** Where a country's authority refuses faces for recording working time: that it does, and where it says so. */
export function FaceNotice({ country }: { country: string }) {
  const t = useTranslations('workplaces')
  const refusing = refusesFaces(country)
  if (!refusing) return null
  return (
    <Notice tone="caution" icon={<ScanFace />} title={t('faces.title')}>
      {t(`faces.${refusing}`)}
    </Notice>
  )
}
