import { Check, CircleAlert, RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { FormError } from '@/components/ui/form-error'
import { Progress } from '@/components/ui/progress'
import { DiscardButton } from './discard-button'
import { PhotoGrid, PhotoTile } from './photo-tile'
import type { Upload, UploadedPhoto } from './use-upload'

interface UploadingProps {
  upload: Upload
  /** Once the server knows of it. */
  rollCallId: string | undefined
}

/** Photos on their way to the server, each with how much of it has gone out. */
export function Uploading({ upload, rollCallId }: UploadingProps) {
  const t = useTranslations('roll-calls')
  const ui = useTranslations('ui')
  const { photos, sending, problem } = upload
  const arrived = photos.filter((photo) => photo.arrived).length
  const done = photos.reduce((sum, { sent }) => sum + sent, 0) / photos.length
  return (
    <Card className="grid gap-5">
      <div className="grid gap-2">
        <h2 className="font-bold text-lg">{t('uploading.title')}</h2>
        <p role="status" className="text-muted">
          {t(sending ? 'uploading.sending' : 'uploading.sent', { arrived, count: photos.length })}
        </p>
        <Progress label={t('uploading.all')} value={done} />
      </div>
      <PhotoGrid label={t('uploading.list')}>
        {photos.map((photo, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be sent twice
          <PhotoTile key={`${index} ${photo.file.name}`} file={photo.file}>
            <PhotoState photo={photo} number={index + 1} />
          </PhotoTile>
        ))}
      </PhotoGrid>
      {!sending && (
        <div className="grid gap-3">
          <FormError>{problem ?? t('uploading.failed')}</FormError>
          <div className="flex flex-wrap gap-2">
            <Button onClick={upload.again}>
              <RotateCw aria-hidden="true" />
              {ui('tryAgain')}
            </Button>
            {arrived > 0 && !upload.adding && (
              <Button variant="secondary" onClick={upload.goOn}>
                {t('goOn', { count: arrived })}
              </Button>
            )}
            {rollCallId && !upload.adding ? (
              <DiscardButton rollCallId={rollCallId} onDiscarded={upload.reset} />
            ) : (
              <Button variant="ghost" onClick={upload.reset}>
                {t(upload.adding ? 'uploading.without' : 'uploading.others')}
              </Button>
            )}
          </div>
        </div>
      )}
    </Card>
  )
}

function PhotoState({ photo, number }: { photo: UploadedPhoto; number: number }) {
  const t = useTranslations('roll-calls')
  if (photo.problem)
    return (
      <p className="flex gap-1.5 text-negative-ink text-sm">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        {photo.problem}
      </p>
    )
  if (photo.arrived)
    return (
      <p className="flex items-center gap-1.5 text-positive-ink text-sm">
        <Check aria-hidden="true" className="size-4" />
        {t('uploading.arrived')}
      </p>
    )
  return <Progress label={t('photo.number', { number })} value={photo.sent} className="h-2" />
}
