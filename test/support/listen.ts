import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import type { LiveEventPayload } from '@/domain/live'

type Tracked = readonly [id: string, event: LiveEventPayload, ...rest: unknown[]]

/** Listens as a browser would, keeping ids and events, until it is cut off or the server ends the stream. */
export function listenTo(stream: (signal: AbortSignal) => AsyncIterable<Tracked>) {
  const cut = new AbortController()
  const ids: string[] = []
  const events: LiveEventPayload[] = []
  const done = (async () => {
    for await (const [id, event] of stream(cut.signal)) {
      ids.push(id)
      events.push(event)
    }
    return 'ended' as const
  })()
  return {
    ids,
    events,
    /** Resolves when the stream ends; rejects with what ended it. */
    done,
    async until(count: number) {
      for (let i = 0; i < 1000 && events.length < count; i++) await pause(10)
      expect(events).toHaveLength(count)
    },
    async cut() {
      cut.abort()
      await done
    },
  }
}
