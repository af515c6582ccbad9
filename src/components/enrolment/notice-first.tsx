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
  return (
    <Card className="max-w-3xl" aria-labelledby="notice-title">
      <h2 id="notice-title" className="mb-3 font-bold text-xl">
        Before you add your face
      </h2>
      {status.consent && (
        <Notice className="mb-5" title="This notice has changed since you agreed to it">
          Read it again. Your photos wait until you have decided.
        </Notice>
      )}
      <EnrolmentNotice evidenceDays={status.evidenceDays} photosKept={status.photosKept} />
      <div className="mt-6 border-t pt-4">
        <ConsentForm onAgreed={onAgreed} />
      </div>
    </Card>
  )
}
