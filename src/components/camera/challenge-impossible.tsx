import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'

interface ChallengeImpossibleProps {
  /** There is a camera, but this browser cannot lead through the movements. */
  camera: boolean
  instead: ReactNode
}

/** Why no movement can be shown here, and the way on. */
export function ChallengeImpossible({ camera, instead }: ChallengeImpossibleProps) {
  return (
    <Notice
      tone="caution"
      title={
        camera ? 'This browser cannot follow your movements' : 'A picture from a file is not enough here'
      }
      action={instead}
    >
      {camera
        ? 'Open this page in an up-to-date Chrome, Edge, Firefox or Safari. '
        : 'This class asks for a small movement before the camera. '}
      {instead ? 'Or clock in without your face:' : 'Or ask your teacher to mark you by hand.'}
    </Notice>
  )
}
