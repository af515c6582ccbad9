'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Feed } from '@/domain/feeds'
import { useGathered } from '../live/use-gathered'
import { useLiveStream } from '../live/use-live-stream'
import type { ApiOutput } from '../providers/api-output'
import { useTRPC } from '../providers/trpc-provider'

export type WorkToday = ApiOutput['timeEntries']['today']
export type Week = ApiOutput['timeEntries']['ownWeek']
export type Entry = Week['entries'][number]
export type Correction = ApiOutput['timeEntries']['ownCorrections'][number]

interface Listening {
  feed: Feed
  viewerId: string
  since: string
  error: unknown
  /** Reads what the page was made with. */
  onRead?: () => void
}

/** Reads everything of hours anew whenever the server tells of a change. */
export function useHoursStream({ feed, onRead, ...rest }: Listening) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const read = useCallback(() => {
    void queries.invalidateQueries(trpc.timeEntries.pathFilter())
    void queries.invalidateQueries(trpc.overview.pathFilter())
    void queries.invalidateQueries(trpc.payPeriods.pathFilter())
    void queries.invalidateQueries(trpc.payments.pathFilter())
    void queries.invalidateQueries(trpc.extras.pathFilter())
    onRead?.()
    if (feed.kind === 'work') void queries.invalidateQueries(trpc.enrolment.pathFilter())
  }, [queries, trpc, feed.kind, onRead])
  const readAnew = useGathered(read)
  return useLiveStream({ ...rest, feed, onEvent: readAnew, onDoubt: readAnew })
}

const work = { kind: 'work' } as const

/** Where somebody works and stands, as it happens. */
export function useWork(initial: WorkToday) {
  const trpc = useTRPC()
  const query = useQuery(trpc.timeEntries.today.queryOptions(undefined, { initialData: initial }))
  const { data: today, error, dataUpdatedAt: arrivedAt } = query
  const { viewerId, lastEventId: since } = initial
  const connection = useHoursStream({ feed: work, viewerId, since, error })
  return { today, arrivedAt, connection, error }
}
