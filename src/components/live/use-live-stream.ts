'use client'

import { useSubscription } from '@trpc/tanstack-react-query'
import { useEffect, useRef, useState } from 'react'
import { appErrorOf } from '@/components/providers/error-text'
import type { LiveEventPayload } from '@/domain/live'
import { type Connection, connectionOf, refusalOf } from './connection'

/** A connection is renewed now and then; only a gap longer than this is worth a word. */
const PATIENCE_MS = 5_000
const FIRST_PATIENCE_MS = 10_000
const RETRY_MS = 3_000
/** Whoever is refused has to do something first, such as sign in. */
const RETRY_REFUSED_MS = 10_000
/** A stream that lasted and then ended was ended on purpose, so that it is asked for anew. */
const RENEW_MS = 100

interface TrackedEvent {
  id: string
  data: LiveEventPayload
}

interface StreamHandlers {
  enabled: boolean
  onStarted: () => void
  onData: (event: TrackedEvent) => void
}

type Subscribed<Output, Failure> = Parameters<typeof useSubscription<Output, Failure>>[0]

interface LiveStream<Output, Failure> {
  /** The subscription after this event, with these handlers. */
  options: (lastEventId: string, handlers: StreamHandlers) => Subscribed<Output, Failure>
  /** Everything up to this event is on the page already. */
  since: string
  enabled?: boolean
  /** What the page's own question was answered last: it says why nobody listens any more. */
  error: unknown
  onEvent: (event: TrackedEvent) => void
  /** The stream broke, or is back after that: what else is known may be old. */
  onDoubt: () => void
}

/**
 * Listens to the server. The link connects again by itself after a network error and asks for what came after
 * the last event it saw; where the server refused or ended the stream, it is begun anew here, from that event.
 */
export function useLiveStream<Output, Failure>({
  options,
  since,
  enabled = true,
  error: answer,
  onEvent,
  onDoubt,
}: LiveStream<Output, Failure>): Connection {
  const [lastEventId, setLastEventId] = useState(since)
  const heard = useRef(since)
  const startedAt = useRef(0)
  const wasBroken = useRef(false)
  const { status, error, reset } = useSubscription(
    options(lastEventId, {
      enabled,
      onStarted: () => {
        startedAt.current = Date.now()
        if (wasBroken.current) onDoubt()
        wasBroken.current = false
      },
      onData: (event) => {
        heard.current = event.id
        onEvent(event)
      },
    }),
  )
  const refusal = refusalOf(appErrorOf(error)?.code) ?? refusalOf(appErrorOf(answer)?.code)
  const broken = enabled && (status === 'error' || status === 'idle')

  const doubt = useRef(onDoubt)
  useEffect(() => {
    doubt.current = onDoubt
  })
  useEffect(() => {
    if (!broken) return
    wasBroken.current = true
    if (status === 'error') doubt.current()
    const lasted = status === 'idle' && Date.now() - startedAt.current > RETRY_MS
    const usual = refusal ? RETRY_REFUSED_MS : RETRY_MS
    const timer = setTimeout(
      () => {
        // A subscription with another beginning is begun by that alone.
        if (heard.current === lastEventId) reset()
        else setLastEventId(heard.current)
      },
      lasted ? RENEW_MS : usual,
    )
    return () => clearTimeout(timer)
  }, [broken, status, refusal, reset, lastEventId])

  const [begun, setBegun] = useState(false)
  if (status === 'pending' && !begun) setBegun(true)
  const away = useAway(enabled && status !== 'pending', begun ? PATIENCE_MS : FIRST_PATIENCE_MS)
  return connectionOf({ enabled, live: status === 'pending', refusal, begun, away })
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
