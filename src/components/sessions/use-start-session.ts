'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTRPC } from '@/components/providers/trpc-provider'

/** Everything on screens that the state of a session decides, so that it is read anew. */
export function useSessionsChanged() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return async () => {
    await Promise.all([
      queries.invalidateQueries(trpc.sessions.pathFilter()),
      queries.invalidateQueries(trpc.classes.taught.pathFilter()),
      queries.invalidateQueries(trpc.classes.byId.pathFilter()),
    ])
  }
}

/** Creates a session; one that is open at once is shown at once. */
export function useStartSession() {
  const trpc = useTRPC()
  const router = useRouter()
  const changed = useSessionsChanged()
  return useMutation(
    trpc.sessions.create.mutationOptions({
      onSuccess: ({ id }, { openNow }) => {
        if (openNow) router.push(`/teach/sessions/${id}`)
        void changed()
      },
      // Another tab may have opened one: the page then offers to go there.
      onError: () => void changed(),
    }),
  )
}
