import 'server-only'
import type { RestOperation } from './procedure'

/** The address of a procedure for programs, and in a line what it does. */
export function at(
  method: RestOperation['method'],
  path: RestOperation['path'],
  summary: string,
  more: Omit<RestOperation, 'method' | 'path' | 'summary'> = {},
): { rest: RestOperation } {
  return { rest: { method, path, summary, ...more } }
}

/** Why programs have no business with a procedure. */
export const browserOnly = (why: string) => ({ rest: { browserOnly: why } })
