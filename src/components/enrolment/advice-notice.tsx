import { Camera, CircleCheck, Lightbulb, RefreshCw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { MAX_PHOTOS, PROPOSED_PHOTOS } from '@/domain/enrolment'
import { adviceWords, worstNumber } from './advice-words'
import type { Advice, EnrolmentStatus } from './use-enrolment'

interface AdviceNoticeProps {
  advice: Advice
  photos: EnrolmentStatus['photos']
  onAdd: () => void
  onReplace: (photoId: string) => void
}

/** Whether the photos will work, with the one thing that would help. */
export function AdviceNotice({ advice, photos, onAdd, onReplace }: AdviceNoticeProps) {
  if (!advice) return null
  const { title, text } = adviceWords(advice, photos)
  const good = advice.advice === 'good'
  const worst = worstNumber(advice, photos)
  const room = photos.length < MAX_PHOTOS
  return (
    <Notice
      tone={good ? 'positive' : 'accent'}
      icon={good ? <CircleCheck /> : <Lightbulb />}
      title={title}
      className="mb-5"
      action={
        worst !== null && advice.worst !== null ? (
          <Button variant="secondary" onClick={() => advice.worst && onReplace(advice.worst)}>
            <RefreshCw aria-hidden="true" />
            Replace photo {worst}
          </Button>
        ) : (
          room &&
          (!good || photos.length < PROPOSED_PHOTOS) && (
            <Button variant="secondary" onClick={onAdd}>
              <Camera aria-hidden="true" />
              {photos.length < PROPOSED_PHOTOS ? 'Add a third photo' : 'Add one more photo'}
            </Button>
          )
        )
      }
    >
      {text}
    </Notice>
  )
}
