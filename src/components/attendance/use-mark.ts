'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/providers/trpc-provider'

/** Marks a student by hand. The board is read anew too, because its stream may be down. */
export function useMark() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return useMutation(
    trpc.attendance.mark.mutationOptions({
      onSuccess: (_, { sessionId, studentId }) =>
        Promise.all([
          queries.invalidateQueries(trpc.sessions.board.queryFilter({ sessionId })),
          queries.invalidateQueries(trpc.attendance.recordHistory.queryFilter({ sessionId, studentId })),
          queries.invalidateQueries(trpc.sessions.ofClass.pathFilter()),
        ]),
    }),
  )
}
