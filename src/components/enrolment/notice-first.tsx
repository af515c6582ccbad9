import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { ConsentForm } from './consent-form'
import { EnrolmentNotice } from './notice'
import type { EnrolmentStatus } from './use-enrolment'

interface NoticeFirstProps {
  status: EnrolmentStatus
  onAgreed: () => void
}

/** The notice with the question at its end. */
export function NoticeFirst({ status, onAgreed }: NoticeFirstProps) {
  const t = useTranslations('enrolment')
  return (
    <Card className="max-w-3xl" aria-labelledby="notice-title">
      <h2 id="notice-title" className="mb-3 font-bold text-xl">
        {t('notice.before')}
      </h2>
      {status.consent && (
        <Notice className="mb-5" title={t('notice.changed.title')}>
          {t('notice.changed.text')}
        </Notice>
      )}
      <EnrolmentNotice evidenceDays={status.evidenceDays} photosKept={status.photosKept} />
      <div className="mt-6 border-t pt-4">
        <ConsentForm onAgreed={onAgreed} />
      </div>
    </Card>
  )
}
