'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/providers/trpc-provider'

/** Asks anew for everything about who works where. */
export function useReloadTeam() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries(trpc.employments.pathFilter())
    void queries.invalidateQueries(trpc.workplaces.pathFilter())
  }
}
