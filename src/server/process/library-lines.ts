import 'server-only'
import { format } from 'node:util'
import { noteBusy } from '../foreseen'
import { errorFields, type LogFields, logger } from '../logger'

/** The number under which a person was told of an error, as the page shows it. */
function digestOf(error: unknown): LogFields {
  return typeof error === 'object' && error !== null && 'digest' in error
    ? { digest: String(error.digest) }
    : {}
}

function fieldsOf(said: readonly unknown[]): LogFields {
  const error = said.find((one) => one instanceof Error)
  if (!error) return { said: format(...said) }
  noteBusy(error)
  return { ...errorFields(error), ...digestOf(error) }
}

/** What libraries write to the console becomes lines of the log: cut, and only so many. Next tells of a failed page there. */
export function logLibraries(): void {
  console.error = (...said) => logger.error('a page or a library failed', fieldsOf(said))
  console.warn = (...said) => logger.warn('a library warns', fieldsOf(said))
}
