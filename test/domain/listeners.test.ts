import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createListeners, type Listener } from '@/components/live/listeners'
import { feedKey, type NumberedEvent, type WantedFeed } from '@/domain/feeds'

const feeds = ['0190a0a0-0000-7000-8000-000000000001', '0190a0a0-0000-7000-8000-000000000002'].map(
  (sessionId) => ({ kind: 'session', sessionId }) as const,
)

type Step =
  | { do: 'publish'; feed: number }
  /** A page was made when so many of the events were not there yet. */
  | { do: 'listen'; feed: number; behind: number }
  | { do: 'change holder' }
  /** The holder of now, or one before it that has not heard yet that it holds no more, tells its next event. */
  | { do: 'tell'; by: 'holder' | 'former' }
  | { do: 'serve' }

interface Holder {
  name: string
  wanted: WantedFeed[]
  told: number
}

/** A tab in a browser whose stream goes from tab to tab. */
function browser() {
  const listeners = createListeners()
  const log: NumberedEvent[] = []
  const pages: Array<{ listener: Listener; heard: string[]; from: number }> = []
  let holders: Holder[] = []

  function carries({ wanted }: Holder, event: NumberedEvent) {
    return wanted.some(
      ({ feed, after }) => event.feeds.includes(feedKey(feed)) && Number(event.id) > Number(after),
    )
  }

  function tell(holder: Holder | undefined) {
    const next = holder && log.find((event) => Number(event.id) > holder.told && carries(holder, event))
    if (!holder || !next) return false
    holder.told = Number(next.id)
    listeners.take(holder.name, next)
    return true
  }

  /** The holder hears what the tab wants, begins its stream anew from there, and answers. */
  function serve() {
    const holder = holders.at(-1)
    if (!holder) return
    holder.wanted = listeners.wanted()
    holder.told = Math.min(...holder.wanted.map(({ after }) => Number(after)), holder.told)
    listeners.hold(holder.name, listeners.version, { status: 'live', refused: {} })
  }

  const acts: { [Name in Step['do']]: (step: Extract<Step, { do: Name }>) => void } = {
    publish({ feed }) {
      const key = feedKey(feeds[feed] ?? feeds[0] ?? { kind: 'today' })
      log.push({ id: `${log.length + 1}`, feeds: [key], payload: { type: 'roster.changed' } })
    },
    listen({ feed, behind }) {
      const from = Math.max(0, log.length - behind)
      const heard: string[] = []
      const listener: Listener = {
        feed: feeds[feed] ?? { kind: 'today' },
        after: `${from}`,
        onEvent: ({ id }) => heard.push(id),
        onState: () => undefined,
      }
      pages.push({ listener, heard, from })
      listeners.add(listener)
    },
    'change holder'() {
      const name = `holder ${holders.length}`
      holders = [...holders, { name, wanted: [], told: Number.POSITIVE_INFINITY }]
      listeners.hold(name, -1, { status: 'connecting', refused: {} })
    },
    tell: ({ by }) => void tell(holders.at(by === 'holder' ? -1 : -2)),
    serve,
  }
  return {
    act: (step: Step) => (acts[step.do] as (step: Step) => void)(step),
    /** What each page has heard, and what it should have. */
    end() {
      acts['change holder']({ do: 'change holder' })
      serve()
      while (tell(holders.at(-1)));
      return pages.map(({ listener, heard, from }) => {
        const own = log.slice(from).filter((event) => event.feeds.includes(feedKey(listener.feed)))
        return { heard, due: own.map(({ id }) => id) }
      })
    },
  }
}

const feed = fc.nat({ max: 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant('publish' as const), feed }), weight: 4 },
  {
    arbitrary: fc.record({ do: fc.constant('listen' as const), feed, behind: fc.nat({ max: 5 }) }),
    weight: 1,
  },
  { arbitrary: fc.constant({ do: 'change holder' as const }), weight: 1 },
  {
    arbitrary: fc.record({
      do: fc.constant('tell' as const),
      by: fc.constantFrom('holder' as const, 'former' as const),
    }),
    weight: 4,
  },
  { arbitrary: fc.constant({ do: 'serve' as const }), weight: 2 },
)

test('whoever holds the stream, and however often that changes, a page hears every event once and in order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
      const tabs = browser()
      for (const one of steps) tabs.act(one)
      for (const { heard, due } of tabs.end()) expect(heard).toEqual(due)
    }),
    { numRuns: 500 },
  )
})
