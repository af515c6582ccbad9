'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useOwnFaceOff } from './use-face-off'

/** The way to take part without one's face, for good or until one thinks otherwise. */
export function TakePartWithout() {
  const { mutateAsync } = useOwnFaceOff()
  const [asking, setAsking] = useState(false)
  return (
    <Card className="max-w-3xl">
      <CardHeader
        title="Without your face"
        description="Everything in class works without it: you clock in with the code that your teacher shows."
      />
      <Button variant="secondary" className="max-sm:w-full" onClick={() => setAsking(true)}>
        I take part without my face
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Take part without your face?"
        consequence="Everything made from your face is erased at once: photos, templates and snapshots. No camera looks for you any more, at any kiosk or in any group photo. Your attendance stays, and you can change your mind here."
        confirm="Take part without my face"
        onConfirm={() => mutateAsync({ off: true })}
      />
    </Card>
  )
}
