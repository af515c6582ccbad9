import 'server-only'
import { AppError, type ErrorCode } from '@/domain/errors'
import type { ServiceContext } from '../context/context'

const ofThePicture: ReadonlySet<ErrorCode> = new Set([
  'enrolment.different_person',
  'enrolment.covered',
  'enrolment.too_far',
  'enrolment.not_live',
  'enrolment.same_picture',
])

/** Refusals that say something about the picture, not about the account or the server. */
function aboutThePicture(code: ErrorCode): boolean {
  if (code === 'face.busy' || code === 'face.failed') return false
  return code.startsWith('face.') || ofThePicture.has(code)
}

/** Does the work of adding a photo, and counts a picture that could not be enrolled: why and when, not whose. */
export async function countingFailures<T>(ctx: ServiceContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError && aboutThePicture(error.code))
      await ctx.db.enrolmentFailure.create({ data: { reason: error.code, at: ctx.clock() } })
    throw error
  }
}
