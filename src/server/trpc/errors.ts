import 'server-only'
import { type TRPCDefaultErrorShape, TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'
import { ZodError } from 'zod'
import { AppError, type ErrorCode, type ErrorKind, type ErrorParams, errorTable } from '@/domain/errors'
import { fieldsOfIssue, MOST_FIELDS } from '@/domain/field-errors'
import { foreseen } from '../foreseen'

const statusOfKind = {
  invalid: 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  too_many: 'TOO_MANY_REQUESTS',
  too_large: 'PAYLOAD_TOO_LARGE',
  method: 'METHOD_NOT_SUPPORTED',
  media_type: 'UNSUPPORTED_MEDIA_TYPE',
  busy: 'SERVICE_UNAVAILABLE',
  failed: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<ErrorKind, TRPCError['code']>

/** The error of ours that this one is or bears. */
export function appErrorOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  if (error instanceof TRPCError && error.cause instanceof AppError) return error.cause
  return null
}

/** The HTTP status of a code, for answers that are not tRPC's. */
export function httpStatusOf(code: ErrorCode): number {
  return getHTTPStatusCodeFromError(toTrpcError(new AppError(code), ''))
}

/** Our errors keep their code and text; anything unforeseen is logged and told as "our side". */
export function toTrpcError(error: unknown, path: string): TRPCError {
  const appError = appErrorOf(error)
  if (appError) {
    return new TRPCError({
      code: statusOfKind[errorTable[appError.code]],
      message: appError.code,
      cause: appError,
    })
  }
  if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error
  return toTrpcError(foreseen(cause, 'a procedure failed', { path }), path)
}

/** The header that says when to come again, of the longest wait among what was refused. */
export function retryAfter(errors: readonly unknown[]): Record<string, string> {
  const waits = errors.flatMap((error) => {
    const seconds = appErrorOf(error)?.params.seconds
    return typeof seconds === 'number' ? [seconds] : []
  })
  return waits.length > 0 ? { 'retry-after': String(Math.max(1, Math.ceil(Math.max(...waits)))) } : {}
}

export interface ErrorDetails {
  appCode: ErrorCode
  /** What the sentence of the code takes. */
  params: ErrorParams
  /** What is wrong with each field, by its path, where the input was refused. */
  fields: Record<string, string>
}

/** What is told of an error, whatever threw it. */
export function detailsOf(error: TRPCError): ErrorDetails {
  const appError = appErrorOf(error)
  if (appError) return { appCode: appError.code, params: appError.params, fields: {} }
  if (error.cause instanceof ZodError) {
    const fields = error.cause.issues
      .slice(0, MOST_FIELDS)
      .flatMap(fieldsOfIssue)
      .slice(0, MOST_FIELDS)
      .map(({ path, message }) => [path.join('.'), message])
    return { appCode: 'request.invalid', params: {}, fields: Object.fromEntries(fields) }
  }
  if (error.code === 'NOT_FOUND') return { appCode: 'request.not_found', params: {}, fields: {} }
  if (error.code === 'PAYLOAD_TOO_LARGE') return { appCode: 'request.too_large', params: {}, fields: {} }
  if (error.code === 'INTERNAL_SERVER_ERROR') return { appCode: 'server.failed', params: {}, fields: {} }
  return { appCode: 'request.invalid', params: {}, fields: {} }
}

/**
 * What the browser is told of an error: a code and its params, the fields; never a stack trace. An error of ours that
 * comes out of a stream has passed no middleware, so its status is found here.
 */
export function errorShape(shape: TRPCDefaultErrorShape, error: TRPCError) {
  const details = detailsOf(error)
  const appError = appErrorOf(error)
  if (!appError) {
    const { code, httpStatus, path } = shape.data
    return { message: details.appCode, data: { code, httpStatus, path, ...details } }
  }
  const known = toTrpcError(appError, '')
  return {
    code: TRPC_ERROR_CODES_BY_KEY[known.code],
    message: known.message,
    data: {
      code: known.code,
      httpStatus: getHTTPStatusCodeFromError(known),
      path: shape.data.path,
      ...details,
    },
  }
}
