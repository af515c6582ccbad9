import { useTranslations } from 'next-intl'
import { Card, CardHeader } from '@/components/ui/card'
import { FaceAtPlace, type PersonAtPlace } from './face-at-place'
import { useOffHereWords } from './off-here-words'

interface FaceCardProps {
  workplaceId: string
  person: PersonAtPlace
  /** Whether the reader decides about hours where the person works. */
  decides: boolean
}

/** Whether somebody's face may be used, as their employer sees it and changes it at their workplace. */
export function FaceCard({ workplaceId, person, decides }: FaceCardProps) {
  const t = useTranslations('face-opt-out')
  const offHereWords = useOffHereWords()
  const { faceOff, faceOffHere } = person
  const place = { placeId: workplaceId, kind: 'WORKPLACE' as const }
  return (
    <Card>
      <CardHeader
        title={t('card.title')}
        description={faceOff ? t(`card.off.${faceOff}`) : faceOffHere ? t('card.offHere') : t('card.on')}
      />
      <div className="grid justify-items-start gap-3">
        {faceOffHere && <p className="text-muted text-sm">{offHereWords(faceOffHere)}</p>}
        {decides && <FaceAtPlace {...{ place, person }} as="button" />}
      </div>
    </Card>
  )
}
