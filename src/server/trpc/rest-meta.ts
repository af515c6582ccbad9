import 'server-only'
import type { RestOperation } from './procedure'

/** The address of a procedure for programs, and what else is to be said of it there. */
export function at(
  method: RestOperation['method'],
  path: RestOperation['path'],
  more: Omit<RestOperation, 'method' | 'path'> = {},
) {
  return { rest: { method, path, ...more } } satisfies { rest: RestOperation }
}

/** Why programs have no business with a procedure. */
export const browserOnly = (why: string) => ({ rest: { browserOnly: why } })
