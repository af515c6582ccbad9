'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import { useSessionsChanged } from './use-start-session'

/** Opens a session again that was ended by mistake. */
export function useReopen(sessionId: string) {
  const t = useTranslations('sessions')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const changed = useSessionsChanged()
  const reopening = useMutation(trpc.sessions.reopen.mutationOptions())

  async function reopen(reason?: string) {
    await reopening.mutateAsync({ sessionId, ...(reason ? { reason } : {}) })
    await changed()
    toast.success(t('reopen.done'))
  }

  /** Where nothing else is there to show what went wrong. */
  const atOnce = () => reopen().catch((error) => toast.error(errorText(error)))

  return { reopen, atOnce }
}
