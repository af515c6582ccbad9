import { CheckCheck } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { DiscardButton } from './discard-button'
import type { ReviewDesk } from './use-review'
import { markText, studentsText } from './words'

interface ConfirmBarProps {
  rollCallId: string
  desk: ReviewDesk
  onDiscarded: () => void
}

/** What will happen, and the one press that makes it so; always in sight. */
export function ConfirmBar({ rollCallId, desk, onDiscarded }: ConfirmBarProps) {
  const { outcome, confirming, confirm } = desk
  return (
    // On phones above the bar of the navigation.
    <div className="confirm-bar sticky bottom-[calc(4rem+1px+env(safe-area-inset-bottom))] z-20 -mx-4 border-t bg-surface px-4 py-3 shadow-lg sm:bottom-4 sm:mx-0 sm:rounded-lg sm:border sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="min-w-0 text-sm max-sm:w-full">
          <Sentence desk={desk} />{' '}
          {outcome.here > 0 && `${studentsText(outcome.here)} already here: unchanged. `}
          <span className="text-muted">Nobody is marked absent.</span>
        </p>
        <div className="flex items-center gap-2 max-sm:w-full">
          <DiscardButton rollCallId={rollCallId} onDiscarded={onDiscarded} />
          <Button size="lg" loading={confirming} onClick={confirm} className="max-sm:flex-1 max-sm:px-3">
            <CheckCheck aria-hidden="true" />
            {markText(outcome)}
          </Button>
        </div>
      </div>
    </div>
  )
}

function Sentence({ desk: { outcome } }: { desk: ReviewDesk }) {
  const { present, late } = outcome
  if (present + late === 0) return <>Nobody is ticked.</>
  const parts = [present > 0 && `${present} present`, late > 0 && `${late} late`].filter(Boolean)
  return (
    <span className="font-semibold">
      {studentsText(present + late)} ticked: {parts.join(', ')}.
    </span>
  )
}
