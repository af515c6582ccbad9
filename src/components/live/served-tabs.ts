import { type FeedKey, feedKey, type WantedFeed } from '@/domain/feeds'

/** A hidden tab is let speak once a minute; whoever said nothing for longer than this is gone. */
const GONE_AFTER_MS = 3 * 60_000

interface Wants {
  tab: string
  version: number
  visible: boolean
  wanted: WantedFeed[]
}

/** The tabs that the holder of the stream knows of. */
export function createServedTabs() {
  const tabs = new Map<string, Wants & { heardAt: number }>()
  return {
    /** Keeps what a tab wants; whether that is news. */
    hear(wants: Wants): boolean {
      const known = tabs.get(wants.tab)
      if (wants.wanted.length === 0) tabs.delete(wants.tab)
      else tabs.set(wants.tab, { ...wants, heardAt: Date.now() })
      return known?.version !== wants.version
    },
    forgetTheGone() {
      const since = Date.now() - GONE_AFTER_MS
      for (const [tab, { heardAt }] of tabs) if (heardAt < since) tabs.delete(tab)
    },
    keys(): Set<FeedKey> {
      return new Set([...tabs.values()].flatMap(({ wanted }) => wanted.map(({ feed }) => feedKey(feed))))
    },
    /** One that somebody sees, other than this. */
    visibleBeside: (tab: string): string | null =>
      [...tabs.values()].find((one) => one.visible && one.tab !== tab)?.tab ?? null,
    versions(): Record<string, number> {
      return Object.fromEntries([...tabs.values()].map(({ tab, version }) => [tab, version]))
    },
  }
}
