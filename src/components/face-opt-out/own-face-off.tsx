'use client'

import { ScanFace } from 'lucide-react'
import { ActionError } from '@/components/providers/action-error'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { useOwnFaceOff } from './use-face-off'
import type { FaceOffReason } from './without-face-words'

const words: Record<FaceOffReason, { title: string; text: string }> = {
  OWN_WISH: {
    title: 'You take part without your face',
    text: 'Nothing made from your face is stored. When a session is open, clock in with the code that your teacher shows.',
  },
  STAFF: {
    title: 'You take part without your face',
    text: 'Your school has set this, and nothing made from your face is stored. When a session is open, clock in with the code that your teacher shows. To change it, ask your teacher.',
  },
  TOO_MANY_MISSES: {
    title: 'Your face is switched off',
    text: 'The camera did not recognise you 50 times in a row, so it looks no more: somebody else may have tried. Clock in with the code that your teacher shows; your teacher or an administrator can switch your face on again.',
  },
}

interface OwnFaceOffProps {
  reason: FaceOffReason
  /** Photos are still there for when the face is on again. */
  kept: boolean
}

/** In place of photos and notice, for whoever takes part without their face. */
export function OwnFaceOff({ reason, kept }: OwnFaceOffProps) {
  const change = useOwnFaceOff()
  const { title, text } = words[reason]
  return (
    <Card className="max-w-3xl">
      <EmptyState
        icon={<ScanFace />}
        title={title}
        action={
          reason === 'OWN_WISH' && (
            <div className="grid justify-items-center gap-2">
              <Button
                variant="secondary"
                loading={change.isPending}
                onClick={() => change.mutate({ off: false })}
              >
                Use my face after all
              </Button>
              <ActionError error={change.error} />
            </div>
          )
        }
      >
        {text} {kept && 'Your photos are kept until then.'}
      </EmptyState>
    </Card>
  )
}
