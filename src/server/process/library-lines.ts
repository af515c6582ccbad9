import 'server-only'
import { format } from 'node:util'
import { AppError } from '@/domain/errors'
import { isFirstOf, noteBusy } from '../foreseen'
import { errorFields, type LogFields, logger } from '../logger'

/** The number under which a person was told of an error, as the page shows it. */
function digestOf(error: unknown): LogFields {
  return typeof error === 'object' && error !== null && 'digest' in error
    ? { digest: String(error.digest) }
    : {}
}

function fieldsOf(said: readonly unknown[]): LogFields {
  const error = said.find((one) => one instanceof Error)
  return error ? errorFields(error) : { said: format(...said) }
}

/** A page or another answer that failed, by its pattern: its address may hold a secret. What was logged where it failed is not told again. */
export function logFailedPage(error: unknown, route: string): void {
  noteBusy(error)
  const digest = digestOf(error)
  if (!isFirstOf(`${digest.digest ?? error}`)) return
  const known = error instanceof AppError ? { code: error.code } : errorFields(error)
  logger.error('a page failed', { route, ...digest, ...known })
}

/** Node's own warnings come as errors: “(node:1) DeprecationWarning: …”. */
const isWarning = ([first]: readonly unknown[]) =>
  typeof first === 'string' && /^\(node:\d+\) (?:\[\w+\] )?\w*Warning: /.test(first)

/** What libraries write to the console becomes lines of the log: cut, and only so many. */
export function logLibraries(): void {
  const warned = (...said: unknown[]) => logger.warn('a library warns', fieldsOf(said))
  console.error = (...said) =>
    isWarning(said) ? warned(...said) : logger.error('a library failed', fieldsOf(said))
  console.warn = warned
}
