'use client'

import { useEffect, useRef, useState } from 'react'
import { useOnline } from '@/components/offline/use-online'
import { useTRPCClient } from '@/components/providers/trpc-provider'
import { appErrorOf } from '@/components/words/app-error'
import { type Feed, feedKey, type NumberedEvent } from '@/domain/feeds'
import { type Connection, connectionOf, refusalOf, type StreamState } from './connection'
import { hubOf } from './hub'
import { openWith } from './open-stream'

/** A connection is renewed now and then; only a gap longer than this is worth a word. */
const PATIENCE_MS = 1_500
const FIRST_PATIENCE_MS = 10_000

interface LiveStream {
  feed: Feed
  /** For whom the page was made. */
  viewerId: string
  /** Everything up to this event is on the page already. */
  since: string
  enabled?: boolean
  /** What the page's own question was answered last: it says why nobody listens any more. */
  error: unknown
  onEvent: (event: NumberedEvent) => void
  /** The stream broke, or is back after that: what else is known may be old. */
  onDoubt: () => void
}

const beginning: StreamState = { status: 'connecting', refused: {} }

/** Listens to the server, through the one stream that all tabs of the browser share: every event after `since`, once. */
export function useLiveStream({
  feed,
  viewerId,
  since,
  enabled = true,
  error: answer,
  onEvent,
  onDoubt,
}: LiveStream): Connection {
  const client = useTRPCClient()
  const key = feedKey(feed)
  const [state, setState] = useState(beginning)
  const latest = useRef({ feed, since, onEvent, onDoubt })
  useEffect(() => {
    latest.current = { feed, since, onEvent, onDoubt }
  })
  const heard = useRef({ key, id: since })

  useEffect(() => {
    if (!enabled) return
    if (heard.current.key !== key) heard.current = { key, id: latest.current.since }
    let status: StreamState['status'] = 'connecting'
    let wasBroken = false
    return hubOf(viewerId, openWith(client, viewerId)).listen({
      feed: latest.current.feed,
      after: heard.current.id,
      onEvent(event) {
        heard.current = { key, id: event.id }
        latest.current.onEvent(event)
      },
      onState(next) {
        setState((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
        if (next.status === status) return
        status = next.status
        if (status === 'failed' || (status === 'live' && wasBroken)) latest.current.onDoubt()
        if (status !== 'connecting') wasBroken = status !== 'live'
      },
    })
  }, [key, viewerId, enabled, client])

  const refusal = state.refusal ?? state.refused[key] ?? refusalOf(appErrorOf(answer)?.code)
  // A line that hangs is not noticed for long; a browser without a network knows at once.
  const online = useOnline()
  const live = online && state.status === 'live' && !state.refused[key]
  const [begun, setBegun] = useState(false)
  if (live && !begun) setBegun(true)
  const away = useAway(enabled && !live, begun ? PATIENCE_MS : FIRST_PATIENCE_MS)
  return connectionOf({ enabled, live, refusal, begun, away: away || !online })
}

/** Whether something has been so for longer than one need be patient. */
function useAway(so: boolean, patience: number): boolean {
  const [away, setAway] = useState(false)
  useEffect(() => {
    if (!so) return setAway(false)
    const timer = setTimeout(() => setAway(true), patience)
    return () => clearTimeout(timer)
  }, [so, patience])
  return away
}
