import { isAfter } from '@/domain/board'
import { feedKey, type NumberedEvent, together, type WantedFeed } from '@/domain/feeds'
import type { StreamState } from './connection'

export interface Listener extends WantedFeed {
  onEvent: (event: NumberedEvent) => void
  onState: (state: StreamState) => void
}

/**
 * Those of one tab who listen. Each takes events only from a holder who knows it, from then on in order, and none
 * that it had: so it misses and repeats nothing, whoever holds the stream and however often that changes.
 */
export function createListeners() {
  const listening = new Map<Listener, number>()
  let version = 0
  let served = { by: '', version: -1 }

  function wantAnew() {
    version += 1
    for (const listener of listening.keys()) listening.set(listener, version)
  }

  const current = () => [...listening].filter(([, since]) => since <= served.version)

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
    /**
     * A tab holds the stream, and knows the wants of this one as of that version. Where that is another tab than before,
     * whatever it told until now was not taken from it: what this one wants is news, even if it has heard it already.
     */
    hold(by: string, known: number, state: StreamState) {
      if (by !== served.by) wantAnew()
      served = { by, version: known }
      for (const [listener] of current()) listener.onState(state)
    },
    take(by: string, event: NumberedEvent) {
      if (by !== served.by) return
      for (const [listener] of current()) {
        if (!event.feeds.includes(feedKey(listener.feed)) || !isAfter(event.id, listener.after)) continue
        listener.after = event.id
        listener.onEvent(event)
      }
    },
  }
}
