import 'server-only'
import { STATUS_CODES } from 'node:http'
import { AppError, type ErrorCode, errorTable, errorText } from '@/domain/errors'
import { appErrorOf, detailsOf, httpStatusOf, toTrpcError } from '../trpc/errors'

/** An error as RFC 9457 tells it, with our code, and the fields that were refused. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: ErrorCode
  fields: Record<string, string>
}

export interface Refusal {
  problem: Problem
  headers: Record<string, string>
}

/** What was thrown, as a program is told of it; what nobody foresaw is logged and told as "our side". */
export function refusalOf(error: unknown, operation: string): Refusal {
  const known = toTrpcError(error, operation)
  const { appCode: code, fields } = detailsOf(known)
  const { params } = appErrorOf(known) ?? new AppError(code)
  const status = httpStatusOf(code)
  const problem = {
    type: `urn:clockface:error:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: errorText(code, params),
    code,
    fields,
  }
  const { seconds } = params
  return {
    problem,
    headers: {
      ...(status === 401 ? { 'www-authenticate': challengeOf(code) } : {}),
      ...(typeof seconds === 'number' ? { 'retry-after': String(Math.max(1, Math.ceil(seconds))) } : {}),
    },
  }
}

const challengeOf = (code: ErrorCode) =>
  `Bearer realm="clockface"${code === 'auth.sign_in_first' ? '' : ', error="invalid_token"'}`

/** Refused before its own rules were asked, by who asks and how: somebody else, or a moment later, may hear otherwise. */
const undecided: readonly ErrorCode[] = ['request.invalid', 'auth.not_allowed', 'request.too_many']

/** Whether an error is the answer for good, so that the same request need not be tried again. */
export function isDecided({ code }: Problem): boolean {
  const { kind } = errorTable[code]
  return !undecided.includes(code) && !['unauthenticated', 'too_many', 'busy', 'failed'].includes(kind)
}
