import { CameraOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { CameraFailure } from './camera-access'

interface CameraProblemProps {
  reason: CameraFailure
  onRetry?: () => void
}

/** In place of the picture that a camera should have shown. */
export function CameraCover(props: CameraProblemProps) {
  return (
    <div className="rounded-xl border bg-surface">
      <CameraProblem {...props} />
    </div>
  )
}

/** What is wrong with the camera and what to do about it. */
export function CameraProblem({ reason, onRetry }: CameraProblemProps) {
  const t = useTranslations('camera')
  const ui = useTranslations('ui')
  return (
    <div role="alert" className="flex flex-col items-center gap-3 px-5 py-8 text-center">
      <span
        aria-hidden="true"
        className="grid size-14 place-items-center rounded-full bg-caution-soft text-caution-ink"
      >
        <CameraOff className="size-7" />
      </span>
      <h3 className="font-semibold text-xl">{t(`problem.${reason}.title`)}</h3>
      <p className="max-w-form text-muted">{t(`problem.${reason}.text`)}</p>
      {reason !== 'insecure' && onRetry && (
        <Button variant="secondary" onClick={onRetry}>
          {ui('tryAgain')}
        </Button>
      )}
    </div>
  )
}
