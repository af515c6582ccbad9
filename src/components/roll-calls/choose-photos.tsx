import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { PhotoPicker } from './photo-picker'

interface ChoosePhotosProps {
  sessionId: string
  /** Roll calls that this session has had. */
  rounds: number
  onStart: (photos: File[]) => void
}

/** The photos with which a roll call begins: the first one of the session, or another round. */
export function ChoosePhotos({ sessionId, rounds, onStart }: ChoosePhotosProps) {
  const t = useTranslations('roll-calls')
  return (
    <Card className="grid gap-5">
      <div className="grid gap-1">
        <h2 className="font-bold text-lg">{t('choose.title')}</h2>
        <p className="max-w-text text-muted">{t('choose.hint')}</p>
        {rounds > 0 && <p className="max-w-text">{t('choose.round', { number: rounds + 1 })}</p>}
      </div>
      <PhotoPicker sessionId={sessionId} onStart={onStart} />
    </Card>
  )
}
