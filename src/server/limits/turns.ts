import 'server-only'
import { AppError } from '@/domain/errors'

interface Line {
  running: number
  waiting: Array<() => void>
}

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

async function enter(line: Line, { atOnce, waiting }: LineSize): Promise<void> {
  if (line.running < atOnce) {
    line.running++
    return
  }
  if (line.waiting.length >= waiting) throw new AppError('server.busy', { seconds: BUSY_SECONDS })
  await new Promise<void>((resolve) => line.waiting.push(resolve))
}

function leave(key: string, line: Line): void {
  const next = line.waiting.shift()
  // Whoever is next takes the place that is free.
  if (next) next()
  else line.running--
  if (line.running === 0) lines().delete(key)
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
  const line = lines().get(key) ?? { running: 0, waiting: [] }
  lines().set(key, line)
  await enter(line, size)
  try {
    return await work()
  } finally {
    leave(key, line)
  }
}
