'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { appErrorOf } from '@/components/providers/error-text'
import { useTRPC } from '@/components/providers/trpc-provider'
import { type BoardEvent, isAfter, needsReading, withEvents } from '@/domain/board'
import { type Connection, useBoardStream } from './use-board-stream'
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

/** When many join at once, the board need not be read anew for each of them. */
const GATHER_MS = 150

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

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const readAnew = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => queries.invalidateQueries(trpc.sessions.pathFilter()), GATHER_MS)
  }, [queries, trpc])

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

  const connection = useBoardStream({
    sessionId,
    since: answer.lastEventId,
    enabled: answer.session.state !== 'CLOSED',
    signedOut: appErrorOf(query.error)?.code === 'auth.sign_in_first',
    onEvent,
    onDoubt: readAnew,
  })

  return { board, arrivedAt: query.dataUpdatedAt, connection, fresh, error: query.error }
}
