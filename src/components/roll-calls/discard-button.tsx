'use client'

import { useMutation } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
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
  const t = useTranslations('roll-calls')
  const trpc = useTRPC()
  const [asking, setAsking] = useState(false)
  const { mutateAsync: discard } = useMutation(trpc.rollCalls.discard.mutationOptions())
  return (
    <>
      <Button variant="secondary" onClick={() => setAsking(true)} className="max-sm:px-3">
        <Trash2 aria-hidden="true" />
        {t('discard.button')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('discard.title')}
        consequence={t('discard.consequence')}
        confirm={t('discard.button')}
        onConfirm={async () => {
          await discard({ rollCallId })
          onDiscarded()
        }}
      />
    </>
  )
}
