import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@/domain/errors'
import type { ServiceContext } from '../context/context'
import { errorFields, logger } from '../logger'
import {
  type Answer,
  giveUp,
  idOf,
  keepAnswer,
  LEASE_MS,
  type NamedWrite,
  readWrite,
  renewLease,
  takeOn,
  WITHHELD,
} from './answers'

/** So long somebody waits for the answer that another request is to get. */
const WAIT_MS = 10_000
const RETRY_SECONDS = 5

type Asking = Pick<ServiceContext, 'db' | 'clock' | 'actor' | 'address'>

/**
 * Does a write once, however often and by however many requests at a time it is asked for under one key, and answers
 * all of them alike. An error of `act` is no answer for good: it is passed on, and the write may be tried again.
 * @throws AppError `request.key_reused` where the key belongs to another content, `request.key_running` where the
 * write takes longer than one waits, `request.key_spent` where it was done and its answer may be told no more.
 */
export async function once(
  ctx: Asking,
  write: NamedWrite,
  act: () => Promise<Answer>,
  waitMs = WAIT_MS,
): Promise<{ answer: Answer; replayed: boolean }> {
  const id = idOf(ctx, write)
  const until = Date.now() + waitMs
  for (let step = 25; ; step = Math.min(500, step * 2)) {
    const holder = await takeOn(ctx, id, write)
    if (holder) return { answer: await carryOut(ctx, { id, holder }, act), replayed: false }
    const known = await readWrite(ctx, id)
    if (known && !write.fingerprint.equals(known.fingerprint)) throw new AppError('request.key_reused')
    if (known?.status === WITHHELD) throw new AppError('request.key_spent')
    if (known?.status) return { answer: { status: known.status, body: known.body }, replayed: true }
    const left = until - Date.now()
    if (left <= 0) throw new AppError('request.key_running', { seconds: RETRY_SECONDS })
    await pause(Math.min(step, left))
  }
}

async function carryOut(ctx: Asking, held: { id: Buffer; holder: string }, act: () => Promise<Answer>) {
  const renewing = setInterval(() => {
    renewLease(ctx, held).catch((error) => logger.warn('a lease was not renewed', errorFields(error)))
  }, LEASE_MS / 3)
  try {
    const answer = await act()
    await keepAnswer(ctx, held, answer)
    return answer
  } catch (error) {
    await giveUp(ctx, held)
    throw error
  } finally {
    clearInterval(renewing)
  }
}
