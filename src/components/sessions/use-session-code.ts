'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/providers/trpc-provider'
import { useServerTime } from '../live/use-now'

/** Asked a moment after the server's own boundary, so that the answer is never the code before. */
const AFTER_MS = 60
const AGAIN_MS = 1_000

const start = new Date(0)

/**
 * The code of this moment. When the next one comes is the server's word: this device's clock only measures how long ago
 * that was said.
 */
export function useSessionCode(sessionId: string) {
  const trpc = useTRPC()
  const query = useQuery(
    trpc.sessions.code.queryOptions(
      { sessionId },
      {
        // One that was kept from before would be an old one.
        gcTime: 0,
        staleTime: 0,
        refetchIntervalInBackground: true,
        refetchInterval: ({ state: { data, dataUpdatedAt } }) => {
          if (!data) return AGAIN_MS
          const left = data.validUntil.getTime() - data.now.getTime() - (Date.now() - dataUpdatedAt)
          return left > 0 ? left + AFTER_MS : AGAIN_MS
        },
      },
    ),
  )
  const { data } = query
  const now = useServerTime(data?.now ?? start, query.dataUpdatedAt)
  const left = data ? Math.ceil((data.validUntil.getTime() - now.getTime()) / 1000) : 0
  return {
    /** Null when it has run out and the next one is not here. */
    code: data && left > 0 ? data.code : null,
    seconds: Math.max(0, left),
    error: query.error,
    isPending: query.isPending,
  }
}
