import { ActionError } from '@/components/providers/action-error'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import { Spinner } from '@/components/ui/spinner'
import { DiscardButton } from './discard-button'
import { PhotoProblems } from './photo-problems'
import { useBegin } from './use-begin'
import type { RollCall } from './use-roll-call'
import { photosText } from './words'

interface ReadingProps {
  rollCall: RollCall
  onDiscarded: () => void
}

/** The photos are being read; it goes on without this page. */
export function Reading({ rollCall, onDiscarded }: ReadingProps) {
  const { photos } = rollCall
  const done = photos.filter((photo) => photo.done).length
  const faces = photos.reduce((sum, photo) => sum + photo.faces, 0)
  return (
    <Card className="grid gap-5">
      <div className="grid gap-2">
        <h2 className="flex items-center gap-2.5 font-bold text-lg">
          <Spinner className="size-5" />
          {done < photos.length ? `Reading photo ${done + 1} of ${photos.length}` : 'Comparing the faces'}
        </h2>
        <p role="status" className="text-muted">
          {faces === 1 ? '1 face found' : `${faces} faces found`} so far. You can leave this page: it goes on
          by itself.
        </p>
        {/* Comparing is the last step, so reading them all is not all of it. */}
        <Progress label="Reading the photos" value={(done + 0.3) / (photos.length + 0.5)} />
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
  const begin = useBegin()
  const count = rollCall.photos.length
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="font-bold text-lg">A roll call was begun</h2>
        <p role="status" className="max-w-text text-muted">
          {count === 0
            ? 'No photo of it has arrived yet. Perhaps they are being sent from another device.'
            : `${photosText(count)} of it arrived. Perhaps more are being sent from another device.`}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {count > 0 && (
          <Button loading={begin.isPending} onClick={() => begin.mutate({ rollCallId: rollCall.id })}>
            Go on with {photosText(count)}
          </Button>
        )}
        <DiscardButton rollCallId={rollCall.id} onDiscarded={onDiscarded} />
      </div>
      <ActionError error={begin.error} />
    </Card>
  )
}
