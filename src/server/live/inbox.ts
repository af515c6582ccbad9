import 'server-only'
import type { Topic } from '@/domain/live'
import type { LiveBus, LiveEvent, Subscription } from './bus'

export interface Inbox {
  /** Hears these topics too. Resolves once it does, or when the inbox has ended. */
  listen(topics: Topic[]): Promise<void>
  /** What came next, waited for; `recheck` every now and then. */
  next(): Promise<LiveEvent | 'recheck' | 'ended'>
  /** Asks for one more recheck then. */
  recheckIn(milliseconds: number): void
  /** The signal has said so, or the person's access has changed. */
  readonly ended: boolean
  close(): void
}

/** What one open stream is told, in the order it came. */
export function openInbox(live: LiveBus, signal: AbortSignal | undefined, recheckMs: number): Inbox {
  const queue: LiveEvent[] = []
  const subscriptions: Subscription[] = []
  let ended = signal?.aborted ?? false
  let recheck = false
  let wake: () => void = () => {}
  const sleep = () =>
    new Promise<void>((resolve) => {
      wake = resolve
    })

  function end() {
    ended = true
    wake()
  }
  function onEvent(event: LiveEvent) {
    if (event.payload.type === 'access.changed') return end()
    queue.push(event)
    wake()
  }
  signal?.addEventListener('abort', end)
  function recheckNow() {
    recheck = true
    wake()
  }
  const timer = setInterval(recheckNow, recheckMs)
  let late: ReturnType<typeof setTimeout> | undefined

  return {
    async listen(topics) {
      const subscription = live.subscribe(topics, onEvent)
      subscriptions.push(subscription)
      let heard = false
      void subscription.heard.then(() => {
        heard = true
        wake()
      })
      while (!heard && !ended) await sleep()
    },
    async next() {
      for (;;) {
        if (ended) return 'ended'
        if (recheck) {
          recheck = false
          return 'recheck'
        }
        const event = queue.shift()
        if (event) return event
        await sleep()
      }
    },
    recheckIn(milliseconds) {
      clearTimeout(late)
      // Longer than a timer can wait is as good as never.
      late = setTimeout(recheckNow, Math.min(Math.max(milliseconds, 0), 2 ** 31 - 1))
    },
    get ended() {
      return ended
    },
    close() {
      clearInterval(timer)
      clearTimeout(late)
      signal?.removeEventListener('abort', end)
      for (const subscription of subscriptions) subscription.stop()
    },
  }
}
