'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { Connection } from '@/components/live/connection'
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

  function onEvent(event: BoardEvent) {
    setEvents((before) => [
      ...before.filter(({ id }) => id !== event.id && isAfter(id, answer.lastEventId)),
      event,
    ])
    if (needsReading(board, event)) readAnew()
    if (event.payload.type !== 'attendance.changed') return
    const { studentId } = event.payload
    markFresh(studentId)
    queries.invalidateQueries(trpc.attendance.recordHistory.queryFilter({ sessionId, studentId }))
  }

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
