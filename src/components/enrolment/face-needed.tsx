import { ScanFace } from 'lucide-react'
import { LinkButton } from '@/components/ui/link-button'
import type { FaceState } from './face-state'

interface Missing {
  text: string
  /** What leads to using the face; none where the person cannot bring it about. */
  action?: string
}

const missing: Record<Exclude<FaceState, 'ready'>, Missing> = {
  no_consent: {
    text: 'You go without your face. To use it, set it up: that takes a minute.',
    action: 'Set up my face',
  },
  few_photos: {
    text: 'To clock in with your face, 2 photos are needed.',
    action: 'Add photos',
  },
  on_hold: { text: 'The office is asked to look at your photos. You have done nothing wrong.' },
  refused: { text: 'No photos can be added to this account. If that is wrong, ask the office.' },
  recogniser_changed: {
    text: 'The recogniser has changed since you added your photos. To clock in with your face, take new ones.',
    action: 'Take new photos',
  },
  off_own_wish: { text: 'You take part without your face. You can change that under “My face”.' },
  off_staff: { text: 'Your school has set that you take part without your face.' },
  off_misses: {
    text: 'Your face is switched off, because the camera did not recognise you 50 times in a row. Your teacher can switch it on again.',
  },
}

/** Where the camera's button is not there: why, and what to do about it. No code in sight? The teacher marks by hand. */
export function FaceNeeded({ state }: { state: Exclude<FaceState, 'ready'> }) {
  const { text, action } = missing[state]
  return (
    <div className="grid gap-3">
      <p className="text-muted">{text} If no code is shown, tell your teacher that you are here.</p>
      {action && (
        <LinkButton
          href="/study/face"
          size="lg"
          variant="secondary"
          className="w-full sm:w-auto sm:justify-self-start"
        >
          <ScanFace aria-hidden="true" />
          {action}
        </LinkButton>
      )}
    </div>
  )
}
