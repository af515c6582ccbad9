import { CameraOff } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { CameraFailure } from './camera-access'

export const cameraProblems: Record<CameraFailure, { title: string; text: string; again: boolean }> = {
  denied: {
    title: 'The camera is not allowed',
    text: 'Allow it for this site: press the sign left of the address, switch the camera on, then try again. If it is on there, look into the privacy settings of this device.',
    again: true,
  },
  missing: {
    title: 'No camera found',
    text: 'Connect a camera and try again, or open this page on your phone.',
    again: true,
  },
  in_use: {
    title: 'Another program is using the camera',
    text: 'Close video calls and other pages that use it, then try again.',
    again: true,
  },
  insecure: {
    title: 'The camera works only over a secure connection',
    text: 'This address begins with http. Open the address that begins with https; if there is none, tell the people who run Clockface here.',
    again: false,
  },
  unsupported: {
    title: 'This browser cannot use the camera',
    text: 'Open this page in an up-to-date Chrome, Edge, Firefox or Safari.',
    again: true,
  },
  lost: {
    title: 'The camera has gone',
    text: 'It was switched off or unplugged. Connect it, then try again.',
    again: true,
  },
}

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
  const { title, text, again } = cameraProblems[reason]
  return (
    <div role="alert" className="flex flex-col items-center gap-3 px-5 py-8 text-center">
      <span
        aria-hidden="true"
        className="grid size-14 place-items-center rounded-full bg-caution-soft text-caution-ink"
      >
        <CameraOff className="size-7" />
      </span>
      <h3 className="font-semibold text-xl">{title}</h3>
      <p className="max-w-form text-muted">{text}</p>
      {again && onRetry && (
        <Button variant="secondary" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}
