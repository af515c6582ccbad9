import 'server-only'
import { AppError } from '@/domain/errors'
import { type Line, makeLine } from '../line'

/** How many of one line are served at once, and how many may wait for that. */
export interface LineSize {
  atOnce: number
  waiting: number
}

const BUSY_SECONDS = 5

const shared = globalThis as typeof globalThis & { clockfaceTurns?: Map<string, Line> }

/** Kept on globalThis so that Next's copies of this module share them. */
function lines(): Map<string, Line> {
  shared.clockfaceTurns ??= new Map()
  return shared.clockfaceTurns
}

/**
 * Does dear work of one key in turn, in this process: what others ask for at the same moment waits.
 * @throws AppError `server.busy` where too many wait already
 */
export async function inTurn<Result>(
  key: string,
  size: LineSize,
  work: () => Promise<Result>,
): Promise<Result> {
  const line = lines().get(key) ?? makeLine(size.atOnce)
  lines().set(key, line)
  if (line.isFull() && line.length() >= size.waiting)
    throw new AppError('server.busy', { seconds: BUSY_SECONDS })
  await line.enter()
  try {
    return await work()
  } finally {
    line.leave()
    if (line.isEmpty()) lines().delete(key)
  }
}
