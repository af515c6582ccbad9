'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/providers/trpc-provider'

/** Asks anew for everything of workplaces, and for what their kiosks may do. */
export function useReload() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries(trpc.workplaces.pathFilter())
    void queries.invalidateQueries(trpc.kiosks.pathFilter())
  }
}
