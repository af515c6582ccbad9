'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/providers/trpc-provider'

/** Sends the code of one clock-in or clock-out; what else is shown of the session is read anew. */
export function useCodeClock() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  return useMutation(
    trpc.clocking.byCode.mutationOptions({
      // Not waited for: the answer is shown first.
      onSettled: () => {
        void queryClient.invalidateQueries(trpc.attendance.pathFilter())
      },
    }),
  )
}
