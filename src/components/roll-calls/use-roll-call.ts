'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Connection } from '@/components/live/connection'
import { useGathered } from '@/components/live/use-gathered'
import { useLiveStream } from '@/components/live/use-live-stream'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'

export type RollCallData = ApiOutput['rollCalls']['ofSession']
export type RollCall = NonNullable<RollCallData['rollCall']>
export type RollCallPhoto = RollCall['photos'][number]

/** While photos are read the page also asks by itself, should it not be told. */
const ASK_MS = 5_000

export interface LiveRollCall {
  data: RollCallData
  connection: Connection
  error: unknown
  readAnew: () => void
}

/** A session's roll call as it goes on, here or on another device. */
export function useRollCall(initial: RollCallData): LiveRollCall {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const sessionId = initial.session.id
  const query = useQuery(
    trpc.rollCalls.ofSession.queryOptions(
      { sessionId },
      {
        initialData: initial,
        refetchInterval: ({ state }) => (state.data?.rollCall?.state === 'WORKING' ? ASK_MS : false),
      },
    ),
  )
  const read = useCallback(() => queries.invalidateQueries(trpc.rollCalls.pathFilter()), [queries, trpc])
  const readAnew = useGathered(read)
  const connection = useLiveStream({
    feed: { kind: 'session', sessionId },
    viewerId: initial.viewerId,
    since: initial.lastEventId,
    error: query.error,
    onEvent: readAnew,
    onDoubt: readAnew,
  })
  return { data: query.data, connection, error: query.error, readAnew }
}
