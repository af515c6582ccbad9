import { isAfter } from '@/domain/board'
import { feedKey, type NumberedEvent, together, type WantedFeed } from '@/domain/feeds'
import type { StreamState } from './connection'

export interface Listener extends WantedFeed {
  onEvent: (event: NumberedEvent) => void
  onState: (state: StreamState) => void
}

/** How a tab that holds the stream stands, as another one hears it. */
interface Held {
  /** Each holder has a later one than whoever held it before. */
  term: number
  version: number
  state: StreamState
}

/**
 * Those of one tab who listen. Each takes events only from a holder who knows it, from then on in order, and none
 * that it had: so it misses and repeats nothing, whoever holds the stream and however often that changes.
 */
export function createListeners() {
  const listening = new Map<Listener, number>()
  let version = 0
  let served = { by: '', term: 0, version: -1 }

  const known = () => [...listening].filter(([, since]) => since <= served.version)

  return {
    get version() {
      return version
    },
    get size() {
      return listening.size
    },
    add(listener: Listener) {
      version += 1
      listening.set(listener, version)
    },
    remove(listener: Listener) {
      version += 1
      listening.delete(listener)
    },
    wanted: (): WantedFeed[] => together([...listening.keys()].map(({ feed, after }) => ({ feed, after }))),
    /** The latest term that was heard of. */
    get term() {
      return served.term
    },
    /**
     * A tab holds the stream, and knows the wants of this one as of that version. Whether it is believed: one that
     * has lost the stream to a later one and does not know it yet is not.
     */
    hold(by: string, { term, version: heard, state }: Held): boolean {
      if (term < served.term || (term === served.term && by < served.by)) return false
      served = { by, term, version: heard }
      for (const [listener] of known()) listener.onState(state)
      return true
    },
    take(by: string, event: NumberedEvent) {
      if (by !== served.by) return
      for (const [listener] of known()) {
        if (!event.feeds.includes(feedKey(listener.feed)) || !isAfter(event.id, listener.after)) continue
        listener.after = event.id
        listener.onEvent(event)
      }
    },
  }
}
