'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/providers/trpc-provider'

/** Adding and taking back: whatever comes of it, extras and hours are read anew. */
export function useExtraActs() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const onSettled = () =>
    Promise.all([
      queries.invalidateQueries(trpc.extras.pathFilter()),
      queries.invalidateQueries(trpc.payPeriods.pathFilter()),
    ])
  return {
    add: useMutation(trpc.extras.add.mutationOptions({ onSettled })),
    remove: useMutation(trpc.extras.remove.mutationOptions({ onSettled })),
  }
}
