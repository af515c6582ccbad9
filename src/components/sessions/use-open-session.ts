'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTRPC } from '@/components/providers/trpc-provider'
import { useSessionsChanged } from './use-start-session'

/** Opens a planned session and goes to its board. */
export function useOpenSession() {
  const trpc = useTRPC()
  const router = useRouter()
  const changed = useSessionsChanged()
  return useMutation(
    trpc.sessions.open.mutationOptions({
      onSuccess: async (_, { sessionId }) => {
        await changed()
        router.push(`/teach/sessions/${sessionId}`)
      },
      onError: () => void changed(),
    }),
  )
}

/** Deletes a session that nobody used. */
export function useCancelSession() {
  const trpc = useTRPC()
  const changed = useSessionsChanged()
  return { cancel: useMutation(trpc.sessions.cancel.mutationOptions()), changed }
}
