'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { startTransition, useCallback, useMemo, useState } from 'react'
import type { Connection } from '@/components/live/connection'
import { useBatched } from '@/components/live/use-batched'
import { useGathered } from '@/components/live/use-gathered'
import { useLiveStream } from '@/components/live/use-live-stream'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { type BoardEvent, isAfter, needsReading, withEvents } from '@/domain/board'
import { useFresh } from './use-fresh'

export type BoardData = ApiOutput['sessions']['board']
export type BoardStudent = BoardData['students'][number]

export interface LiveBoard {
  board: BoardData
  /** Milliseconds by this device's clock: when `board.now` was said. */
  arrivedAt: number
  connection: Connection
  /** Students whose record has just changed. */
  fresh: ReadonlySet<string>
  error: unknown
}

/**
 * A session's board that fills itself. Events are laid over the last answer rather than written into it: an
 * answer that was on its way while an event came in then cannot undo it.
 */
export function useBoard(initial: BoardData): LiveBoard {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const sessionId = initial.session.id
  const query = useQuery(trpc.sessions.board.queryOptions({ sessionId }, { initialData: initial }))
  const [events, setEvents] = useState<BoardEvent[]>([])
  const [fresh, markFresh] = useFresh()
  const answer = query.data
  const board = useMemo(() => withEvents(answer, events), [answer, events])

  const read = useCallback(() => queries.invalidateQueries(trpc.sessions.pathFilter()), [queries, trpc])
  const readAnew = useGathered(read)

  // In a transition, so that whoever types or clicks meanwhile is answered first.
  const onEvent = useBatched((batch: readonly BoardEvent[]) =>
    startTransition(() => {
      const told = new Set(batch.map(({ id }) => id))
      setEvents((before) => [
        ...before.filter(({ id }) => !told.has(id) && isAfter(id, answer.lastEventId)),
        ...batch,
      ])
      if (batch.some((event) => needsReading(board, event))) readAnew()
      const changed = new Set(
        batch.flatMap(({ payload }) => (payload.type === 'attendance.changed' ? [payload.studentId] : [])),
      )
      markFresh(changed)
      for (const studentId of changed)
        queries.invalidateQueries(trpc.attendance.recordHistory.queryFilter({ sessionId, studentId }))
    }),
  )

  const connection = useLiveStream({
    feed: { kind: 'session', sessionId },
    viewerId: initial.viewerId,
    since: answer.lastEventId,
    enabled: answer.session.state !== 'CLOSED',
    error: query.error,
    onEvent,
    onDoubt: readAnew,
  })

  return { board, arrivedAt: query.dataUpdatedAt, connection, fresh, error: query.error }
}
