'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { CircleStop } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useErrorText } from '@/components/words/error-words'
import { absentText } from './session-words'
import { useSessionsChanged } from './use-start-session'

interface EndSessionProps {
  sessionId: string
  /** Photos of the room have been read, or are being read, and nobody has confirmed them. */
  rollCall: boolean
}

export function EndSession({ sessionId, rollCall }: EndSessionProps) {
  const errorText = useErrorText()
  const trpc = useTRPC()
  const changed = useSessionsChanged()
  const [asking, setAsking] = useState(false)
  const preview = useQuery(
    trpc.sessions.closingPreview.queryOptions(
      { sessionId },
      { enabled: asking, staleTime: 0, refetchInterval: 3_000 },
    ),
  )
  const close = useMutation(trpc.sessions.close.mutationOptions())

  async function end() {
    const { absent } = await close.mutateAsync({ sessionId })
    await changed()
    toast.success('The session has ended.', {
      description: absent > 0 ? `${absent} marked absent.` : undefined,
    })
  }

  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)} className="max-sm:flex-1">
        <CircleStop aria-hidden="true" />
        End session
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="End the session?"
        consequence={
          <>
            <p className="font-semibold text-ink">
              {preview.data
                ? absentText(preview.data.absent)
                : preview.error
                  ? `${errorText(preview.error)} Whoever has no record will be marked absent.`
                  : 'Counting who has no record…'}
            </p>
            {rollCall && (
              <p>
                A roll call from photos waits to be confirmed. You can do that afterwards too: it marks
                whoever was seen.
              </p>
            )}
            <p>Nobody can clock in or out afterwards. You can still correct any record by hand.</p>
          </>
        }
        confirm="End session"
        onConfirm={end}
      />
    </>
  )
}
