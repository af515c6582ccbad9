import { type ErrorCode, type ErrorKind, errorTable } from './errors'

const passing: ReadonlySet<ErrorKind> = new Set(['unauthenticated', 'too_many', 'busy', 'failed'])

/** Whether the same may well be taken later: nobody was signed in, or the server had no room or failed. */
export const mayPass = (code: ErrorCode): boolean => passing.has(errorTable[code])
