/** How long to wait after the browser refused to give a lock at all. */
const RETRY_MS = 1_000

interface Candidate {
  onHold: () => void
  /** It was taken away, or given up. */
  onLose: () => void
}

export interface Candidacy {
  /** Takes it from whoever holds it. */
  take(): void
  leave(): void
}

/**
 * Stands for being the one tab that holds something. Whoever stood first is next when the holder goes, however it
 * goes: the browser sees to that. Where it knows no locks (an address without https) every tab holds its own.
 */
export function standFor(name: string, { onHold, onLose }: Candidate): Candidacy {
  const locks: LockManager | undefined = navigator.locks
  let current: symbol | null = null
  let taking = false
  let giveUp: () => void = () => undefined

  async function ask(lockManager: LockManager, steal: boolean) {
    const mine = Symbol(name)
    current = mine
    const asking = new AbortController()
    giveUp = () => asking.abort()
    let held = false
    taking = steal
    try {
      await lockManager.request(name, steal ? { steal } : { signal: asking.signal }, () => {
        if (current !== mine) return
        held = true
        taking = false
        return new Promise<void>((resolve) => {
          giveUp = resolve
          onHold()
        })
      })
    } catch {
      // Taken by another tab, or not wanted any more.
    }
    if (held) onLose()
    const again = () => {
      if (current === mine) void ask(lockManager, false)
    }
    if (held) again()
    else setTimeout(again, RETRY_MS)
  }

  if (locks) void ask(locks, false)
  else {
    giveUp = onLose
    onHold()
  }
  return {
    take() {
      if (!locks || taking) return
      giveUp()
      void ask(locks, true)
    },
    leave() {
      current = null
      giveUp()
    },
  }
}
