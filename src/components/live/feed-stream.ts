import { isAfter } from '@/domain/board'
import type { ErrorCode } from '@/domain/errors'
import { type FeedKey, feedKey, MOST_FEEDS, type NumberedEvent, type WantedFeed } from '@/domain/feeds'
import { refusalOf, type StreamState } from './connection'

const RETRY_MS = 3_000
/** Whoever is refused has to do something first, such as sign in. */
const RETRY_REFUSED_MS = 10_000
/** A stream that lasted and then ended was ended on purpose, so that it is asked for anew. */
const RENEW_MS = 100
/** When ten tabs say what they want, one stream is begun. */
const GATHER_MS = 50

export interface StreamHandlers {
  onBegun: (refused: Array<{ feed: FeedKey; code: ErrorCode }>) => void
  onEvent: (event: NumberedEvent) => void
  /** The line broke; it is made again by itself. */
  onConnecting: () => void
  onFailed: (code: ErrorCode | undefined) => void
  onEnded: () => void
}

/** Asks the server for a stream; answers with how to end it. */
export type OpenStream = (feeds: WantedFeed[], handlers: StreamHandlers) => () => void

export interface FeedStream {
  readonly state: StreamState
  /** Carries these too, each from after its event. */
  carry(wanted: readonly WantedFeed[]): void
  /** Leaves out everything else when it is begun next. */
  keepOnly(keys: ReadonlySet<FeedKey>): void
  /** Asks the server anew. */
  renew(): void
  stop(): void
}

interface Told {
  onEvent: (event: NumberedEvent) => void
  onState: (state: StreamState) => void
}

/** The one stream of a browser, begun anew where it breaks, each feed from after the last event that was handed on. */
export function createFeedStream(open: OpenStream, { onEvent, onState }: Told): FeedStream {
  const carried = new Map<FeedKey, WantedFeed>()
  let state: StreamState = { status: 'connecting', refused: {} }
  let begunAt = 0
  let current: symbol | null = null
  let end: () => void = () => undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function say(next: StreamState) {
    state = next
    onState(next)
  }

  function close() {
    current = null
    clearTimeout(timer)
    end()
    end = () => undefined
  }

  function beginIn(milliseconds: number) {
    close()
    timer = setTimeout(begin, milliseconds)
  }

  function retry(status: 'failed' | 'ended', code?: ErrorCode) {
    const refusal = refusalOf(code)
    const lasted = status === 'ended' && Date.now() - begunAt > RETRY_MS
    beginIn(lasted ? RENEW_MS : refusal ? RETRY_REFUSED_MS : RETRY_MS)
    say({ status, refusal, refused: {} })
  }

  function handOn(event: NumberedEvent) {
    for (const key of event.feeds) {
      const known = carried.get(key)
      if (known) carried.set(key, { ...known, after: event.id })
    }
    onEvent(event)
  }

  function begun(refused: Array<{ feed: FeedKey; code: ErrorCode }>, leftOut: FeedKey[]) {
    begunAt = Date.now()
    const out = [...refused.map(({ feed }) => feed), ...leftOut].map((key) => [key, 'refused'] as const)
    say({ status: 'live', refused: Object.fromEntries(out) })
  }

  function begin() {
    close()
    const all = [...carried.values()]
    if (all.length === 0) return
    const mine = Symbol('stream')
    current = mine
    const leftOut = all.slice(0, -MOST_FEEDS).map(({ feed }) => feedKey(feed))
    const whileMine =
      <Args extends unknown[]>(act: (...args: Args) => void) =>
      (...args: Args) => {
        if (current === mine) act(...args)
      }
    const ending = open(all.slice(-MOST_FEEDS), {
      onBegun: whileMine((refused) => begun(refused, leftOut)),
      onEvent: whileMine(handOn),
      onConnecting: whileMine(() => say({ ...state, status: 'connecting' })),
      onFailed: whileMine((code) => retry('failed', code)),
      onEnded: whileMine(() => retry('ended')),
    })
    if (current === mine) end = ending
    else ending()
  }

  return {
    get state() {
      return state
    },
    carry(wanted) {
      const lacking = wanted.filter(({ feed, after }) => {
        const known = carried.get(feedKey(feed))
        return !known || isAfter(known.after, after)
      })
      if (lacking.length === 0) return
      for (const one of lacking) {
        carried.delete(feedKey(one.feed))
        carried.set(feedKey(one.feed), one)
      }
      // Ended at once: what it still told would be taken for told to the newcomer too.
      beginIn(GATHER_MS)
      say({ ...state, status: 'connecting' })
    },
    keepOnly(keys) {
      for (const key of carried.keys()) if (!keys.has(key)) carried.delete(key)
    },
    renew() {
      beginIn(0)
      say({ ...state, status: 'connecting' })
    },
    stop: close,
  }
}
