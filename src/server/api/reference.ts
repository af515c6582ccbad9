import 'server-only'
import { referenceOf } from '../rest/openapi/reference'
import { operationsOf } from '../rest/operations'
import { appRouter } from './app-router'

let made: ReturnType<typeof referenceOf> | undefined

/** What programs can do here, for people to read. */
export function reference() {
  made ??= referenceOf(operationsOf(appRouter))
  return made
}
