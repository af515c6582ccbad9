'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'

/** What is read anew once records of a session were changed: the board too, because its stream may be down. */
export function useMarksChanged() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return useCallback(
    (sessionId: string) =>
      Promise.all([
        queries.invalidateQueries(trpc.sessions.board.queryFilter({ sessionId })),
        queries.invalidateQueries(trpc.attendance.recordHistory.pathFilter()),
        queries.invalidateQueries(trpc.sessions.ofClass.pathFilter()),
        queries.invalidateQueries(trpc.students.pathFilter()),
      ]),
    [trpc, queries],
  )
}
