import { setTimeout as wait } from 'node:timers/promises'
import { explain, SetupError } from './setup-error.mjs'

/** Something that this process started and that runs beside it. */
export interface Child {
  /** Resolves with how it ended, when nobody told it to. */
  died: Promise<string>
  stop(): Promise<void>
}

const MOST_RESTARTS = 5
const WITHIN_MS = 60_000
const FIRST_WAIT_MS = 250

/** How long to wait before the next try, twice as long each time; undefined once it has died too often in a minute. */
export function pauseAfter(deaths: readonly number[], now: number): number | undefined {
  const count = deaths.filter((at) => now - at < WITHIN_MS).length
  return count > MOST_RESTARTS ? undefined : FIRST_WAIT_MS * 2 ** Math.max(0, count - 1)
}

interface Options<One extends Child> {
  /** As a sentence begins with it: "The server". */
  name: string
  begin: () => Promise<One>
  /** It died again and again. */
  giveUp: (how: string) => void
}

/** Starts a child and starts it again whenever it dies, up to five times in a minute. */
export async function keepRunning<One extends Child>({ name, begin, giveUp }: Options<One>) {
  let child = await begin()
  let stopping = false
  let starting: Promise<unknown> = Promise.resolve()
  const deaths: number[] = []

  /** Whether it runs again; the reason why not counts as another death. */
  async function beginAgain(how: string): Promise<string | undefined> {
    deaths.push(Date.now())
    const pause = pauseAfter(deaths, Date.now())
    if (pause === undefined) {
      stopping = true
      giveUp(how)
      return undefined
    }
    console.error(`${name} ended unexpectedly (${how}); it is started again.`)
    await wait(pause)
    if (stopping) return undefined
    try {
      child = await begin()
      if (!stopping) console.error(`${name} is there again.`)
      return undefined
    } catch (error) {
      const known = explain(error, '')
      return known instanceof SetupError ? known.message : String(known)
    }
  }

  async function watch() {
    while (!stopping) {
      let how: string | undefined = await child.died
      while (how !== undefined && !stopping) {
        const tried: Promise<string | undefined> = beginAgain(how)
        starting = tried
        how = await tried
      }
    }
  }
  void watch()

  return {
    /** The one that runs now. */
    current: () => child,
    async stop() {
      stopping = true
      await starting
      await child.stop()
    },
  }
}

export type Kept<One extends Child> = Awaited<ReturnType<typeof keepRunning<One>>>
