import { Eraser } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { Notice } from '@/components/ui/notice'

/** What withdrawing has erased, in figures. */
export function ErasedNotice({ erased }: { erased: ApiOutput['enrolment']['withdraw'] }) {
  const t = useTranslations('enrolment')
  return (
    <div role="status">
      <Notice tone="positive" icon={<Eraser />} title={t('erased.title')}>
        {t('erased.text', { ...erased })}
      </Notice>
    </div>
  )
}
