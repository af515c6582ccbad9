import 'server-only'
import { foreseen, httpStatusOf, retryAfter, toTrpcError } from '../trpc/errors'

/** Why no file or picture is given, for whoever reads codes. */
export function refusedResponse(error: unknown, what: string): Response {
  const known = foreseen(error, what)
  const headers = retryAfter([toTrpcError(known, what)])
  return Response.json({ code: known.code }, { status: httpStatusOf(known.code), headers })
}
