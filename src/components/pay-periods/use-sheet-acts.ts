'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/providers/trpc-provider'

/** Approving and unlocking: whatever comes of it, the hours are read anew. */
export function useSheetActs() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries(trpc.payPeriods.pathFilter())
  return {
    approve: useMutation(trpc.payPeriods.approve.mutationOptions({ onSettled })),
    approveAll: useMutation(trpc.payPeriods.approveAll.mutationOptions({ onSettled })),
    unlock: useMutation(trpc.payPeriods.unlock.mutationOptions({ onSettled })),
    signOff: useMutation(trpc.payPeriods.signOff.mutationOptions({ onSettled })),
  }
}
