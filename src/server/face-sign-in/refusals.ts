import 'server-only'
import { AppError, type ErrorCode } from '@/domain/errors'

/** No session is near whose code would help: the way on is the password. */
const here: Partial<Record<ErrorCode, ErrorCode>> = {
  'face.not_recognised': 'auth.face_not_recognised',
  'face.covered': 'auth.face_covered',
  'face.not_live_again': 'auth.face_not_live_again',
  'face.paused': 'auth.face_paused',
  'face.off_misses': 'auth.face_off',
  'face.off_own_wish': 'auth.use_password',
  'face.off_staff': 'auth.use_password',
  'attendance.no_consent': 'auth.use_password',
  'attendance.not_enrolled': 'auth.use_password',
  'attendance.model_changed': 'auth.use_password',
}

/** Tells a refusal of the face as it is at a sign-in. */
export function asSignInRefusal<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    const code = here[error.code]
    throw code ? new AppError(code, error.params) : error
  })
}
