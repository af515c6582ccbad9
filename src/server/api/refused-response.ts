import 'server-only'
import { foreseen } from '../foreseen'
import { httpStatusOf, retryAfter, toTrpcError } from '../trpc/errors'

/** Why no file or picture is given, for whoever reads codes. */
export function refusedResponse(error: unknown, message: string): Response {
  const known = foreseen(error, message)
  const headers = retryAfter([toTrpcError(known, message)])
  return Response.json({ code: known.code }, { status: httpStatusOf(known.code), headers })
}
