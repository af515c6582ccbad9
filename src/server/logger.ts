import 'server-only'
import { logLevel } from './env'
import { bounded, type LogValue, lineGate } from './log-bounds'

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const
type Level = Exclude<(typeof levels)[number], 'silent'>

/** What a line may carry. Never pictures, templates or scores. */
export type LogFields = Record<string, LogValue>

/** Where it came from, without the message, which stands in a field of its own and may be anybody's. */
const framesOf = ({ stack = '' }: Error) =>
  stack
    .split('\n')
    .filter((line) => /^ {4}at \S/.test(line))
    .join('\n')

/**
 * What may be logged of an error that nobody expected. Prisma writes all that a call was given into its errors, scores
 * among it, whatever `errorFormat` says (7.10): what was wrong stands after it, in the last paragraph.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: String(error) }
  const { name, message } = error
  const said = name.startsWith('PrismaClient') ? message.split('\n\n').at(-1)?.trim() : message
  return { error: said, errorName: name, stack: framesOf(error) }
}

const shared = globalThis as typeof globalThis & { clockfaceLines?: ReturnType<typeof lineGate> }
// One for all copies of this module that Next makes.
shared.clockfaceLines ??= lineGate()
const gate = shared.clockfaceLines

let counting: NodeJS.Timeout | undefined

/** Says how many lines were left out, once the second is over in which it began. */
function countSoon() {
  if (counting) return
  counting = setTimeout(() => {
    counting = undefined
    for (const [cause, lines] of gate.leftOut())
      writeLine('warn', 'lines of one cause were left out', { cause, lines })
  }, 1000).unref()
}

function writeLine(level: Level, message: string, fields: LogFields) {
  const safe = Object.entries(fields).map(([name, value]) => [name, bounded(name, value)])
  const line = { level, time: new Date().toISOString(), message: bounded('message', message) }
  const stream = level === 'warn' || level === 'error' ? process.stderr : process.stdout
  stream.write(`${JSON.stringify({ ...line, ...Object.fromEntries(safe) })}\n`)
}

function write(level: Level, message: string, fields: LogFields) {
  if (levels.indexOf(level) < levels.indexOf(logLevel())) return
  if (gate.passes(String(bounded('message', message)), Date.now())) writeLine(level, message, fields)
  else countSoon()
}

/** One JSON line a message. Strings in it are cut, and of one cause only so many lines a second are written. */
export const logger = {
  debug: (message: string, fields: LogFields = {}) => write('debug', message, fields),
  info: (message: string, fields: LogFields = {}) => write('info', message, fields),
  warn: (message: string, fields: LogFields = {}) => write('warn', message, fields),
  error: (message: string, fields: LogFields = {}) => write('error', message, fields),
}
