import type { NumberedEvent, WantedFeed } from '@/domain/feeds'
import type { StreamState } from './connection'

/** What the tabs of one person in one browser say to each other. */
export type TabMessage =
  /** A tab wants this, from after what it has been told; nothing when it leaves. Whoever holds the stream answers. */
  | { kind: 'wants'; tab: string; version: number; visible: boolean; wanted: WantedFeed[] }
  | HoldsMessage
  | { kind: 'event'; tab: string; event: NumberedEvent }

/** A tab holds the stream: whose wants it knows, by their version, and how the stream stands. */
export interface HoldsMessage {
  kind: 'holds'
  tab: string
  /** Later than that of whoever held it before. */
  term: number
  /** The one that shall hold it from now on, where this one is hidden. */
  yieldsTo: string | null
  serves: Record<string, number>
  state: StreamState
}

export interface TabChannel {
  /** Says it to every tab, this one too. */
  say(message: TabMessage): void
  close(): void
}

/**
 * By the person, so that what one account is told never reaches a page of another. A tab is alone where there are no
 * channels, and where there are no locks: there each holds a stream of its own.
 */
export function openTabChannel(name: string, hear: (message: TabMessage) => void): TabChannel {
  const shared = typeof BroadcastChannel === 'function' && navigator.locks
  const channel = shared ? new BroadcastChannel(name) : null
  if (channel) channel.onmessage = ({ data }: MessageEvent<TabMessage>) => hear(data)
  return {
    say(message) {
      channel?.postMessage(message)
      hear(message)
    },
    close: () => channel?.close(),
  }
}
