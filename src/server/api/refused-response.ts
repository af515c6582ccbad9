import 'server-only'
import { foreseen } from '../foreseen'
import { httpStatusOf, retryAfter } from '../trpc/errors'

/** Why no file or picture is given, for whoever reads codes. */
export function refusedResponse(error: unknown, message: string): Response {
  const known = foreseen(error, message)
  return Response.json(
    { code: known.code },
    { status: httpStatusOf(known.code), headers: retryAfter([known]) },
  )
}
