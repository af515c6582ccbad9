import { ScanFace } from 'lucide-react'
import { LinkButton } from '@/components/ui/link-button'
import type { FaceState } from './face-state'

interface Missing {
  text: string
  action: string
}

const missing: Record<Exclude<FaceState, 'ready'>, Missing> = {
  no_consent: {
    text: 'You go without your face: ask your teacher to mark you by hand. Or set it up, which takes a minute.',
    action: 'Set up my face',
  },
  few_photos: {
    text: 'To clock in with your face, 2 photos are needed. Until then, ask your teacher to mark you by hand.',
    action: 'Add photos',
  },
  recogniser_changed: {
    text: 'The recogniser has changed since you added your photos. Take new ones, or ask your teacher to mark you by hand.',
    action: 'Take new photos',
  },
}

/** In place of the camera's button: why it is not there, and both ways on. */
export function FaceNeeded({ state }: { state: Exclude<FaceState, 'ready'> }) {
  const { text, action } = missing[state]
  return (
    <div className="grid gap-3">
      <p className="text-muted">{text}</p>
      <LinkButton
        href="/study/face"
        size="lg"
        variant="secondary"
        className="w-full sm:w-auto sm:justify-self-start"
      >
        <ScanFace aria-hidden="true" />
        {action}
      </LinkButton>
    </div>
  )
}
