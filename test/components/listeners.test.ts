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
  | { do: 'tell'; by: Teller }
  /** The holder of now, or the one before it that has not heard yet that it holds no more, says that it holds. */
  | { do: 'say' | 'hear wants'; by: Teller }

type Teller = 'holder' | 'former'

interface Holder {
  name: string
  term: number
  /** The version of what the tab wants, as this holder heard it last. */
  version: number
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

  function say(holder: Holder | undefined) {
    if (!holder) return
    const { name, term, version } = holder
    listeners.hold(name, { term, version, state: { status: 'live', refused: {} } })
  }

  /** A holder hears what the tab wants and answers; where that is news, it begins its stream anew from there. */
  function hearWants(holder: Holder | undefined) {
    if (!holder) return
    if (holder.version !== listeners.version) {
      holder.version = listeners.version
      holder.wanted = listeners.wanted()
      holder.told = Math.min(...holder.wanted.map(({ after }) => Number(after)), holder.told)
    }
    say(holder)
  }

  const teller = (by: Teller) => holders.at(by === 'holder' ? -1 : -2)

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
      const term = listeners.term + 1
      holders = [...holders, { name, term, version: -1, wanted: [], told: Number.POSITIVE_INFINITY }]
      say(holders.at(-1))
    },
    tell: ({ by }) => void tell(teller(by)),
    say: ({ by }) => say(teller(by)),
    'hear wants': ({ by }) => hearWants(teller(by)),
  }
  return {
    act: (step: Step) => (acts[step.do] as (step: Step) => void)(step),
    /** What each page has heard, and what it should have. */
    end() {
      hearWants(teller('holder'))
      while (tell(teller('holder')));
      return pages.map(({ listener, heard, from }) => {
        const own = log.slice(from).filter((event) => event.feeds.includes(feedKey(listener.feed)))
        return { heard, due: own.map(({ id }) => id) }
      })
    },
  }
}

const feed = fc.nat({ max: 1 })
const by = fc.constantFrom('holder' as const, 'former' as const)
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant('publish' as const), feed }), weight: 4 },
  {
    arbitrary: fc.record({ do: fc.constant('listen' as const), feed, behind: fc.nat({ max: 5 }) }),
    weight: 1,
  },
  { arbitrary: fc.constant({ do: 'change holder' as const }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('tell' as const), by }), weight: 4 },
  { arbitrary: fc.record({ do: fc.constantFrom('say' as const, 'hear wants' as const), by }), weight: 3 },
)

test('whoever holds the stream, and however often that changes, a page hears every event once and in order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
      const tabs = browser()
      tabs.act({ do: 'change holder' })
      for (const one of steps) tabs.act(one)
      for (const { heard, due } of tabs.end()) expect(heard).toEqual(due)
    }),
    { numRuns: 2_000 },
  )
})
