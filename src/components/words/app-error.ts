import { type ErrorCode, type ErrorParams, isErrorCode } from '@/domain/errors'

export interface AppErrorAnswer {
  code: ErrorCode
  params: ErrorParams
  /** What is wrong with a field, by its path, where the form was refused. */
  fields: Record<string, string>
}

/** What our server refuses before any procedure is asked. */
const refusedByStatus: Record<number, ErrorCode> = {
  408: 'request.too_slow',
  413: 'request.too_large',
  503: 'server.busy',
}

/** The answer our server gave on purpose, or null for anything else (no connection, a proxy's page, a bug). */
export function appErrorOf(error: unknown): AppErrorAnswer | null {
  if (!isObject(error)) return null
  const refused = refusedByStatus[statusOf(error) ?? 200]
  if (refused && !isObject(error.data)) return { code: refused, params: {}, fields: {} }
  if (!isObject(error.data) || !isErrorCode(error.data.appCode)) return null
  return {
    code: error.data.appCode,
    params: entriesOf(error.data.params, isParam),
    fields: entriesOf(error.data.fields, isText),
  }
}

/** The `error` of next-auth's signIn as an error of ours: a code, or a code and seconds as `request.too_many:30`. */
export function signInError(error: string): { data: { appCode: ErrorCode; params: ErrorParams } } {
  const [code, seconds] = error.split(':')
  const params: ErrorParams = seconds ? { seconds: Number(seconds) } : {}
  return { data: { appCode: isErrorCode(code) ? code : 'server.failed', params } }
}

/** The HTTP status of an answer that did not come from a procedure, such as that of a body too large to be read. */
function statusOf(error: Record<string, unknown>): number | null {
  const response = isObject(error.meta) ? error.meta.response : null
  return response instanceof Response ? response.status : null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isParam = (value: unknown): value is string | number => isText(value) || typeof value === 'number'

function entriesOf<Value>(
  record: unknown,
  isValue: (value: unknown) => value is Value,
): Record<string, Value> {
  if (!isObject(record)) return {}
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, Value] => isValue(entry[1])),
  )
}
