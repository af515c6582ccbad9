import { Camera, CircleCheck, Lightbulb, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { MAX_PHOTOS, PROPOSED_PHOTOS } from '@/domain/enrolment'
import { useAdviceWords, worstNumber } from './advice-words'
import type { Advice, EnrolmentStatus } from './use-enrolment'

interface AdviceNoticeProps {
  advice: Advice
  photos: EnrolmentStatus['photos']
  action?: ReactNode
  className?: string
}

/** Whether the photos will work, and what would help. */
export function AdviceNotice({ advice, photos, action, className }: AdviceNoticeProps) {
  const adviceWords = useAdviceWords()
  if (!advice) return null
  const { title, text } = adviceWords(advice, photos)
  const good = advice.advice === 'good'
  return (
    <Notice
      tone={good ? 'positive' : 'accent'}
      icon={good ? <CircleCheck /> : <Lightbulb />}
      title={title}
      action={action}
      {...(className && { className })}
    >
      {text}
    </Notice>
  )
}

interface AdviceButtonProps extends Pick<AdviceNoticeProps, 'advice' | 'photos'> {
  onAdd: () => void
  onReplace: (photoId: string) => void
}

/** The one thing that would help. */
export function AdviceButton({ advice, photos, onAdd, onReplace }: AdviceButtonProps) {
  const t = useTranslations('enrolment')
  const worst = worstNumber(advice, photos)
  if (worst !== null)
    return (
      <Button variant="secondary" onClick={() => advice?.worst && onReplace(advice.worst)}>
        <RefreshCw aria-hidden="true" />
        {t('advice.replace', { number: worst })}
      </Button>
    )
  const few = photos.length < PROPOSED_PHOTOS
  if (photos.length >= MAX_PHOTOS || (advice?.advice === 'good' && !few)) return null
  return (
    <Button variant="secondary" onClick={onAdd}>
      <Camera aria-hidden="true" />
      {few ? t('advice.addThird') : t('advice.addOne')}
    </Button>
  )
}
