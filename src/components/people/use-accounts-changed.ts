'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/providers/trpc-provider'

/** Reads accounts anew, and what administrators are told of them. */
export function useAccountsChanged() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries(trpc.people.pathFilter())
    await queries.invalidateQueries(trpc.admin.pathFilter())
  }
}
