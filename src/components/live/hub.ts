import { onAccountChange } from './account-change'
import type { StreamState } from './connection'
import { createFeedStream, type FeedStream, type OpenStream } from './feed-stream'
import { standFor } from './holder-lock'
import { createListeners, type Listener } from './listeners'
import { createServedTabs } from './served-tabs'
import { type HoldsMessage, openTabChannel, type TabMessage } from './tab-channel'

/** How often a tab says that it is there. */
const SIGN_MS = 10_000
/** A holder that does not answer in this time sleeps, and a visible tab takes over: of many, not all in one moment. */
const ANSWER_MS = 4_000
const APART_MS = 1_000

export interface Hub {
  /** Hears what this feed tells from now on; answers with how to stop. */
  listen(listener: Listener): () => void
}

const hubs = new Map<string, Hub>()

/** What tabs of one build say to each other; those of the one before it, still open, have a stream of their own. */
const nameOf = (viewerId: string) => `clockface-live-${process.env.CLOCKFACE_BUILD}-${viewerId}`

/** The part of this tab in the one stream that all tabs of a person share. */
export function hubOf(viewerId: string, open: OpenStream): Hub {
  const hub = hubs.get(viewerId) ?? createHub(nameOf(viewerId), open, () => hubs.delete(viewerId))
  hubs.set(viewerId, hub)
  return hub
}

/**
 * One tab holds the stream and hands on what it hears; the others say what they want, and from which event on. A
 * hidden holder gives way to a visible tab that it names, because browsers put hidden tabs to sleep.
 */
function createHub(name: string, open: OpenStream, onClosed: () => void): Hub {
  const tab = Math.random().toString(36).slice(2)
  const listeners = createListeners()
  const channel = openTabChannel(name, hear)
  let stream: FeedStream | null = null
  let tabs = createServedTabs()
  let term = 0
  let asked = ''
  let unanswered: ReturnType<typeof setTimeout> | undefined

  const isVisible = () => document.visibilityState === 'visible'

  function sayHolds({ state }: { state: StreamState }) {
    const yieldsTo = isVisible() ? null : tabs.visibleBeside(tab)
    channel.say({ kind: 'holds', tab, term, yieldsTo, serves: tabs.versions(), state })
  }

  function sayWants() {
    const { version } = listeners
    channel.say({ kind: 'wants', tab, version, visible: isVisible(), wanted: listeners.wanted() })
  }

  function ask() {
    sayWants()
    if (!stream && isVisible()) unanswered ??= setTimeout(takeOver, ANSWER_MS + Math.random() * APART_MS)
  }

  function takeOver() {
    clearTimeout(unanswered)
    unanswered = undefined
    if (!stream && isVisible()) candidacy.take()
  }

  function hear(message: TabMessage) {
    if (message.kind === 'event') listeners.take(message.tab, message.event)
    else if (message.kind === 'holds') hearHolder(message)
    else if (stream) hearWants(stream, message)
  }

  function hearHolder({ tab: holder, yieldsTo, serves, ...held }: HoldsMessage) {
    const version = serves[tab] ?? -1
    if (!listeners.hold(holder, { ...held, version })) return
    clearTimeout(unanswered)
    unanswered = undefined
    if (listeners.size > 0 && version < listeners.version) askOnce(`${holder} ${held.term}`)
    if (yieldsTo === tab) takeOver()
  }

  /** Each holder once for the same: of ten tabs each hears every answer to the others. */
  function askOnce(holder: string) {
    const asking = `${holder} ${listeners.version}`
    if (asked === asking) return
    asked = asking
    sayWants()
  }

  function hearWants(held: FeedStream, wants: TabMessage & { kind: 'wants' }) {
    if (tabs.hear(wants)) {
      held.keepOnly(tabs.keys())
      held.carry(wants.wanted)
    }
    sayHolds(held)
  }

  const candidacy = standFor(name, {
    onHold() {
      term = Math.max(Date.now(), listeners.term + 1)
      tabs = createServedTabs()
      const held = createFeedStream(open, {
        onEvent: (event) => channel.say({ kind: 'event', tab, event }),
        onState: (state) => sayHolds({ state }),
      })
      stream = held
      sayHolds(held)
    },
    onLose() {
      stream?.stop()
      stream = null
    },
  })

  const sign = setInterval(() => {
    tabs.forgetTheGone()
    stream?.keepOnly(tabs.keys())
    ask()
  }, SIGN_MS)
  const onVisibility = () => (stream ? sayHolds(stream) : ask())
  document.addEventListener('visibilitychange', onVisibility)
  const renew = () => stream?.renew()
  const forgetAccount = onAccountChange(renew)
  // Back in a network, the line of before may hang for minutes.
  window.addEventListener('online', renew)

  function close() {
    clearInterval(sign)
    clearTimeout(unanswered)
    document.removeEventListener('visibilitychange', onVisibility)
    forgetAccount()
    window.removeEventListener('online', renew)
    candidacy.leave()
    stream?.stop()
    stream = null
    channel.close()
    onClosed()
  }

  return {
    listen(listener) {
      listeners.add(listener)
      ask()
      return () => {
        listeners.remove(listener)
        sayWants()
        if (listeners.size === 0) close()
      }
    },
  }
}
