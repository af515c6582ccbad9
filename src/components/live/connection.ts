import type { ErrorCode } from '@/domain/errors'
import type { FeedKey } from '@/domain/feeds'

/** Why the server lets nobody listen: nobody is signed in, or whoever is may not look any more. */
export type Refusal = 'signed-out' | 'refused'

/** `off`: there is nothing to listen to. */
export type Connection = 'connecting' | 'live' | 'lost' | Refusal | 'off'

const refusals: Partial<Record<ErrorCode, Refusal>> = {
  'auth.sign_in_first': 'signed-out',
  'auth.not_allowed': 'refused',
  'request.not_found': 'refused',
}

export function refusalOf(code: ErrorCode | undefined): Refusal | undefined {
  return code && refusals[code]
}

/** How the one stream of a browser stands, as every tab is told. */
export interface StreamState {
  /** `failed`: it could not be begun or broke; `ended`: the server ended it. Both are tried again. */
  status: 'connecting' | 'live' | 'failed' | 'ended'
  /** Why nothing at all may be listened to. */
  refusal?: Refusal | undefined
  /** The feeds that it does not carry. */
  refused: Partial<Record<FeedKey, Refusal>>
}

interface PageState {
  enabled: boolean
  live: boolean
  refusal: Refusal | undefined
  /** It has been live before. */
  begun: boolean
  /** It has not been live for longer than one need be patient. */
  away: boolean
}

/** What the page says of its stream: a short gap is none. */
export function connectionOf({ enabled, live, refusal, begun, away }: PageState): Connection {
  if (!enabled) return 'off'
  if (live) return 'live'
  if (refusal) return refusal
  if (away) return 'lost'
  return begun ? 'live' : 'connecting'
}
