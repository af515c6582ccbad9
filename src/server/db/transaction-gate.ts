import 'server-only'
import type { PrismaPg } from '@prisma/adapter-pg'
import { makeLine } from '../line'

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

/**
 * Lets so many transactions at most hold connections at once. When hundreds come in one moment they wait here, where
 * they cost nothing, and whatever only reads still finds a connection.
 */
export function withTransactionGate(adapter: Adapter, most: number): Adapter {
  const line = makeLine(most)
  const begin = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async (isolation) => {
    await line.enter()
    const transaction = await begin(isolation).catch((error: unknown) => {
      line.leave()
      throw error
    })
    let held = true
    const leave = () => {
      if (held) line.leave()
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
