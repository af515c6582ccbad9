import { useTranslations } from 'next-intl'
import { Card, CardHeader } from '@/components/ui/card'
import { canLift, FaceOffButton, FaceOnButton } from './student-face-off'
import type { FaceOffReason } from './without-face-words'

interface FaceCardProps {
  person: { id: string; name: string; faceOff: FaceOffReason | null }
  /** Whether the reader decides about hours where the person works. */
  decides: boolean
}

/** Whether somebody's face may be used, as their employer sees and changes it. */
export function FaceCard({ person, decides }: FaceCardProps) {
  const t = useTranslations('face-opt-out')
  const { faceOff } = person
  return (
    <Card>
      <CardHeader title={t('card.title')} description={faceOff ? t(`card.off.${faceOff}`) : t('card.on')} />
      {decides && !faceOff && <FaceOffButton student={person} />}
      {decides && faceOff && canLift(faceOff, 'EMPLOYER') && <FaceOnButton student={person} />}
    </Card>
  )
}
