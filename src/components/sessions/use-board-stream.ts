'use client'

import { useSubscription } from '@trpc/tanstack-react-query'
import { useEffect, useRef, useState } from 'react'
import { appErrorOf } from '@/components/providers/error-text'
import { useTRPC } from '@/components/providers/trpc-provider'
import type { BoardEvent } from '@/domain/board'

/** `off`: the session is over and nothing is listened to. */
export type Connection = 'connecting' | 'live' | 'lost' | 'signed-out' | 'off'

/** A connection is renewed now and then; only a gap longer than this is worth a word. */
const PATIENCE_MS = 3_000
const FIRST_PATIENCE_MS = 10_000
const RETRY_MS = 3_000
const RETRY_SIGNED_OUT_MS = 10_000

interface BoardStream {
  sessionId: string
  /** Everything up to this event is on the board already. */
  since: string
  enabled: boolean
  /** Whether other answers of the server say that nobody is signed in any more. */
  signedOut: boolean
  onEvent: (event: BoardEvent) => void
  /** The stream broke in a way that it does not mend by itself, or is back after that: what else is known may be old. */
  onDoubt: () => void
}

/**
 * Listens to a session. The link connects again by itself after a network error and asks for what came after
 * the last event it saw; where the server refused or ended the stream, it is begun anew here.
 */
export function useBoardStream({
  sessionId,
  since,
  enabled,
  onEvent,
  onDoubt,
  ...known
}: BoardStream): Connection {
  const trpc = useTRPC()
  const [lastEventId] = useState(since)
  const wasBroken = useRef(false)
  const { status, error, reset } = useSubscription(
    trpc.sessions.onBoard.subscriptionOptions(
      { sessionId, lastEventId },
      {
        enabled,
        onData: ({ id, data }) => onEvent({ id, payload: data }),
        onStarted: () => {
          if (wasBroken.current) onDoubt()
          wasBroken.current = false
        },
      },
    ),
  )
  const signedOut = known.signedOut || appErrorOf(error)?.code === 'auth.sign_in_first'
  const broken = enabled && (status === 'error' || status === 'idle')

  const doubt = useRef(onDoubt)
  doubt.current = onDoubt
  useEffect(() => {
    if (!broken) return
    wasBroken.current = true
    doubt.current()
    const timer = setInterval(reset, signedOut ? RETRY_SIGNED_OUT_MS : RETRY_MS)
    return () => clearInterval(timer)
  }, [broken, signedOut, reset])

  const [begun, setBegun] = useState(false)
  if (status === 'pending' && !begun) setBegun(true)
  const away = useAway(enabled && status !== 'pending', begun ? PATIENCE_MS : FIRST_PATIENCE_MS)

  if (!enabled) return 'off'
  if (status === 'pending') return 'live'
  if (signedOut) return 'signed-out'
  if (!begun && !away) return 'connecting'
  return away ? 'lost' : 'live'
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
