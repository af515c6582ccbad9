'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/providers/trpc-provider'

/** Reads anew what is shown of attendance and of hours. */
export function useReadAnew(): () => void {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries(trpc.attendance.pathFilter())
    void queries.invalidateQueries(trpc.timeEntries.pathFilter())
  }
}
