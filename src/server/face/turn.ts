import 'server-only'
import { threadId, type Worker } from 'node:worker_threads'

/** Which thread has the turn: its id, or none. Shared by all workers of an engine. */
export type Turn = Int32Array<SharedArrayBuffer>

const NOBODY = -1

export function createTurn(): Turn {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(NOBODY)
}

/**
 * Runs what only one worker may do at a time. The thread stands still until its turn comes: it has nothing else to do,
 * and the time-out of its job ends it where the turn never comes.
 */
export async function inTurn<T>(turn: Turn, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const holder = Atomics.compareExchange(turn, 0, NOBODY, threadId)
    if (holder === NOBODY) break
    Atomics.wait(turn, 0, holder)
  }
  try {
    return await work()
  } finally {
    giveUp(turn, threadId)
  }
}

/** A worker that ends in the middle of its turn would keep it for ever. */
export function giveUpAtExit(turn: Turn, worker: Worker): void {
  // It is forgotten by the time the worker has ended.
  const id = worker.threadId
  worker.once('exit', () => giveUp(turn, id))
}

function giveUp(turn: Turn, id: number): void {
  Atomics.compareExchange(turn, 0, id, NOBODY)
  Atomics.notify(turn, 0, 1)
}
