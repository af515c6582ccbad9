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
  if (!isObject(error) || !isObject(error.data) || !isErrorCode(error.data.appCode)) return null
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
  const params: ErrorParams = seconds ? { seconds } : {}
  return errorText(isErrorCode(code) ? code : 'server.failed', params)
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
