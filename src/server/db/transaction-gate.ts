import 'server-only'
import type { PrismaPg } from '@prisma/adapter-pg'

/** Milliseconds: how long a transaction may wait to begin, and how long it may take. */
export const transactionOptions = { maxWait: 15_000, timeout: 20_000 }

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

/** A number of places; who finds none waits in line. */
function places(most: number) {
  let free = most
  const waiting: Array<() => void> = []
  return {
    async take(): Promise<void> {
      if (free > 0) free--
      else await new Promise<void>((resolve) => waiting.push(resolve))
    },
    giveBack(): void {
      const next = waiting.shift()
      if (next) next()
      else free++
    },
  }
}

/**
 * Lets so many transactions at most hold connections at once. When hundreds come in one moment they wait here, where
 * they cost nothing, and whatever only reads still finds a connection.
 */
export function withTransactionGate(adapter: Adapter, most: number): Adapter {
  const { take, giveBack } = places(most)
  const begin = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async (isolation) => {
    await take()
    const transaction = await begin(isolation).catch((error: unknown) => {
      giveBack()
      throw error
    })
    let held = true
    const leave = () => {
      if (held) giveBack()
      held = false
    }
    for (const end of ['commit', 'rollback'] as const) {
      const done = transaction[end].bind(transaction)
      transaction[end] = () => done().finally(leave)
    }
    return transaction
  }
  return adapter
}
