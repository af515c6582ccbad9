import { useTranslations } from 'next-intl'
import { ActionError } from '@/components/providers/action-error'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import { Spinner } from '@/components/ui/spinner'
import { DiscardButton } from './discard-button'
import { PhotoProblems } from './photo-problems'
import { useBegin } from './use-begin'
import type { RollCall } from './use-roll-call'

interface ReadingProps {
  rollCall: RollCall
  onDiscarded: () => void
}

/** The photos are being read; it goes on without this page. */
export function Reading({ rollCall, onDiscarded }: ReadingProps) {
  const t = useTranslations('roll-calls')
  const { photos } = rollCall
  const done = photos.filter((photo) => photo.done).length
  const faces = photos.reduce((sum, photo) => sum + photo.faces, 0)
  return (
    <Card className="grid gap-5">
      <div className="grid gap-2">
        <h2 className="flex items-center gap-2.5 font-bold text-lg">
          <Spinner className="size-5" />
          {done < photos.length
            ? t('reading.photo', { number: done + 1, total: photos.length })
            : t('reading.comparing')}
        </h2>
        <p role="status" className="text-muted">
          {t('reading.found', { faces })}
        </p>
        {/* Comparing is the last step, so reading them all is not all of it. */}
        <Progress label={t('reading.progress')} value={(done + 0.3) / (photos.length + 0.5)} />
      </div>
      <PhotoProblems photos={photos} />
      <div>
        <DiscardButton rollCallId={rollCall.id} onDiscarded={onDiscarded} />
      </div>
    </Card>
  )
}

/** Photos were sent from elsewhere, or from this page before it was closed. */
export function Unfinished({ rollCall, onDiscarded }: ReadingProps) {
  const t = useTranslations('roll-calls')
  const begin = useBegin()
  const count = rollCall.photos.length
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="font-bold text-lg">{t('unfinished.title')}</h2>
        <p role="status" className="max-w-text text-muted">
          {count === 0 ? t('unfinished.none') : t('unfinished.some', { count })}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {count > 0 && (
          <Button loading={begin.isPending} onClick={() => begin.mutate({ rollCallId: rollCall.id })}>
            {t('goOn', { count })}
          </Button>
        )}
        <DiscardButton rollCallId={rollCall.id} onDiscarded={onDiscarded} />
      </div>
      <ActionError error={begin.error} />
    </Card>
  )
}
