import 'server-only'
import type { RestOperation } from './procedure'

/** The address of a procedure for programs. */
export function at(method: RestOperation['method'], path: RestOperation['path']) {
  return { rest: { method, path } } satisfies { rest: RestOperation }
}

/** Why programs have no business with a procedure. */
export const browserOnly = (why: string) => ({ rest: { browserOnly: why } })
