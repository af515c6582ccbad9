import 'server-only'
import { logLevel } from './env'

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const
type Level = Exclude<(typeof levels)[number], 'silent'>

/** What a line may carry. Never pictures, templates or scores. */
export type LogFields = Record<string, string | number | boolean | null | undefined>

/**
 * Prisma writes all that a call was given into its errors, scores among it, whatever `errorFormat` says (7.10). What
 * was wrong stands after it, in the last paragraph.
 */
function prismaFields({ name, message, stack = '' }: Error): LogFields {
  const frames = stack.split('\n').filter((line) => /^ {4}at \S/.test(line))
  return { error: message.split('\n\n').at(-1)?.trim(), errorName: name, stack: frames.join('\n') }
}

/** What may be logged of an error that nobody expected. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: String(error) }
  if (error.name.startsWith('PrismaClient')) return prismaFields(error)
  return { error: error.message, errorName: error.name, stack: error.stack }
}

function write(level: Level, message: string, fields: LogFields) {
  if (levels.indexOf(level) < levels.indexOf(logLevel())) return
  const line = JSON.stringify({ level, time: new Date().toISOString(), message, ...fields })
  const stream = level === 'warn' || level === 'error' ? process.stderr : process.stdout
  stream.write(`${line}\n`)
}

/** One JSON line a message. */
export const logger = {
  debug: (message: string, fields: LogFields = {}) => write('debug', message, fields),
  info: (message: string, fields: LogFields = {}) => write('info', message, fields),
  warn: (message: string, fields: LogFields = {}) => write('warn', message, fields),
  error: (message: string, fields: LogFields = {}) => write('error', message, fields),
}
