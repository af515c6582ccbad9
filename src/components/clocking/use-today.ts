'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Connection } from '@/components/live/connection'
import { useGathered } from '@/components/live/use-gathered'
import { useLiveStream } from '@/components/live/use-live-stream'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'

export type TodayData = ApiOutput['attendance']['today']
export type TodaySession = TodayData['sessions'][number]

interface LiveToday {
  today: TodayData
  connection: Connection
  error: unknown
}

/** The student's sessions, read anew whenever the server tells of a change. */
export function useToday(initial: TodayData): LiveToday {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { data: today, error } = useQuery(
    trpc.attendance.today.queryOptions(undefined, { initialData: initial }),
  )
  const read = useCallback(() => {
    void queries.invalidateQueries(trpc.attendance.pathFilter())
    void queries.invalidateQueries(trpc.enrolment.pathFilter())
    // A stream also ends because the student has joined a class, or is in one no more.
    void queries.invalidateQueries(trpc.places.joined.queryFilter())
  }, [queries, trpc])
  const readAnew = useGathered(read)

  const connection = useLiveStream({
    feed: { kind: 'today' },
    viewerId: initial.viewerId,
    since: initial.lastEventId,
    error,
    onEvent: readAnew,
    onDoubt: readAnew,
  })
  return { today, connection, error }
}
