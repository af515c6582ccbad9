import { CheckCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { DiscardButton } from './discard-button'
import type { ReviewDesk } from './use-review'
import { useConfirmText, useMarkText } from './words'

interface ConfirmBarProps {
  rollCallId: string
  desk: ReviewDesk
  onDiscarded: () => void
}

/** What will happen, and the one press that makes it so; always in sight. */
export function ConfirmBar({ rollCallId, desk, onDiscarded }: ConfirmBarProps) {
  const t = useTranslations('roll-calls')
  const markText = useMarkText()
  const confirmText = useConfirmText()
  const { outcome, confirming, confirm } = desk
  const ticked = outcome.present + outcome.late > 0
  return (
    // On phones above the bar of the navigation.
    <div className="confirm-bar sticky bottom-[calc(4rem+1px+env(safe-area-inset-bottom))] z-20 -mx-4 border-t bg-surface px-4 py-3 shadow-lg sm:bottom-4 sm:mx-0 sm:rounded-lg sm:border sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="min-w-0 text-sm max-sm:w-full">
          <span className={ticked ? 'font-semibold' : ''}>{confirmText(outcome)}</span>{' '}
          {outcome.here > 0 && <span>{t('confirm.here', { here: outcome.here })} </span>}
          <span className="text-muted">{t('confirm.noAbsences')}</span>
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
