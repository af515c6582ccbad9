import { type ErrorCode, type ErrorParams, errorText, isErrorCode } from '@/domain/errors'

export interface AppErrorAnswer {
  code: ErrorCode
  /** The sentence to show, with its params already in it. */
  text: string
  /** Message by field path, where the form was refused. */
  fields: Record<string, string>
}

/** The answer our server gave on purpose, or null for anything else (no connection, a proxy's page, a bug). */
export function appErrorOf(error: unknown): AppErrorAnswer | null {
  if (!isObject(error)) return null
  if (statusOf(error) === 413)
    return { code: 'request.too_large', text: errorText('request.too_large'), fields: {} }
  if (!isObject(error.data) || !isErrorCode(error.data.appCode)) return null
  const text = typeof error.message === 'string' ? error.message : errorText(error.data.appCode)
  return { code: error.data.appCode, text, fields: textsOf(error.data.fields) }
}

/** Any error in words that can be shown. */
export function errorTextOf(error: unknown): string {
  return appErrorOf(error)?.text ?? 'The server cannot be reached. Check your connection, then try again.'
}

/** The `error` of next-auth's signIn in words: a code, or a code and seconds as `request.too_many:30`. */
export function signInErrorText(error: string): string {
  const [code, seconds] = error.split(':')
  const params: ErrorParams = seconds ? { seconds: Number(seconds) } : {}
  return errorText(isErrorCode(code) ? code : 'server.failed', params)
}

/** The HTTP status of an answer that did not come from a procedure, such as that of a body too large to be read. */
function statusOf(error: Record<string, unknown>): number | null {
  const response = isObject(error.meta) ? error.meta.response : null
  return response instanceof Response ? response.status : null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function textsOf(value: unknown): Record<string, string> {
  if (!isObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
