'use client'

import { useMutation } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'

interface DiscardButtonProps {
  rollCallId: string
  onDiscarded: () => void
}

/** Ends the roll call without a mark, after asking. */
export function DiscardButton({ rollCallId, onDiscarded }: DiscardButtonProps) {
  const trpc = useTRPC()
  const [asking, setAsking] = useState(false)
  const { mutateAsync: discard } = useMutation(trpc.rollCalls.discard.mutationOptions())
  return (
    <>
      <Button variant="secondary" onClick={() => setAsking(true)} className="max-sm:px-3">
        <Trash2 aria-hidden="true" />
        Discard
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Discard this roll call?"
        consequence="Its photos and everything found in them are erased. Nobody is marked; you can begin again with other photos."
        confirm="Discard"
        onConfirm={async () => {
          await discard({ rollCallId })
          onDiscarded()
        }}
      />
    </>
  )
}
