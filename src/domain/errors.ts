/** What decides the HTTP status of an error. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_many'
  | 'too_large'
  | 'method'
  | 'media_type'
  | 'busy'
  | 'failed'

/**
 * Every error a person can cause, by code, with its kind. Title and text stand in the catalogue `errors` under the
 * same code; `{name}` there is filled from the error's params.
 */
export const errorTable = {
  'request.invalid': 'invalid',
  'request.not_found': 'not_found',
  'request.too_many': 'too_many',
  'request.too_large': 'too_large',
  'request.length_required': 'invalid',
  'request.malformed': 'invalid',
  'request.method': 'method',
  'request.media_type': 'media_type',
  'request.key_invalid': 'invalid',
  'request.key_not_taken': 'invalid',
  'request.key_reused': 'conflict',
  'request.key_running': 'conflict',
  'request.key_spent': 'conflict',
  'auth.sign_in_first': 'unauthenticated',
  'auth.not_allowed': 'forbidden',
  'auth.wrong_credentials': 'unauthenticated',
  'auth.wrong_password': 'invalid',
  'auth.use_password': 'unauthenticated',
  'auth.face_not_recognised': 'invalid',
  'auth.face_covered': 'invalid',
  'auth.face_not_live_again': 'conflict',
  'auth.face_paused': 'too_many',
  'auth.face_off': 'conflict',
  'auth.face_not_for_admins': 'forbidden',
  'auth.face_enrol_first': 'conflict',
  'auth.face_not_available': 'conflict',
  'tokens.invalid': 'unauthenticated',
  'tokens.reused': 'unauthenticated',
  'tokens.scope_missing': 'forbidden',
  'tokens.sign_in_needed': 'forbidden',
  'tokens.too_many': 'conflict',
  'account.email_taken': 'conflict',
  'account.password_common': 'invalid',
  'account.password_personal': 'invalid',
  'classes.code_unknown': 'not_found',
  'classes.own_class': 'conflict',
  'classes.full': 'conflict',
  'classes.archived': 'conflict',
  'places.owner_only': 'forbidden',
  'places.last_owner': 'conflict',
  'places.not_a_leader': 'conflict',
  'places.own_already': 'conflict',
  'places.leads_already': 'conflict',
  'places.too_many_leaders': 'conflict',
  'places.joins_by_code': 'conflict',
  'places.no_teacher': 'forbidden',
  'places.account_younger': 'forbidden',
  'places.member_here': 'conflict',
  'places.invitation_gone': 'not_found',
  'sessions.already_open': 'conflict',
  'sessions.still_open': 'conflict',
  'sessions.time_does_not_exist': 'invalid',
  'sessions.closed': 'conflict',
  'sessions.not_open': 'conflict',
  'sessions.start_missing': 'invalid',
  'sessions.not_planned': 'conflict',
  'sessions.end_before_start': 'invalid',
  'payPeriods.right_missing': 'forbidden',
  'payPeriods.locked': 'conflict',
  'payPeriods.not_begun': 'conflict',
  'payPeriods.not_settled': 'conflict',
  'payPeriods.hours_changed': 'conflict',
  'payPeriods.approved_already': 'conflict',
  'payPeriods.not_approved': 'conflict',
  'payments.not_approved': 'conflict',
  'payments.no_rate': 'conflict',
  'payments.paid_already': 'conflict',
  'payments.amount_changed': 'conflict',
  'attendance.not_in_class': 'forbidden',
  'attendance.not_in_session': 'conflict',
  'attendance.left_class': 'conflict',
  'attendance.not_clocked_in': 'conflict',
  'attendance.not_enrolled': 'conflict',
  'attendance.no_consent': 'conflict',
  'attendance.model_changed': 'conflict',
  'demo.gone': 'not_found',
  'demo.by_command': 'forbidden',
  'firstAdmin.link_dead': 'not_found',
  'enrolment.no_consent': 'conflict',
  'enrolment.notice_outdated': 'conflict',
  'enrolment.too_many': 'conflict',
  'enrolment.covered': 'invalid',
  'enrolment.too_far': 'invalid',
  'enrolment.not_live': 'invalid',
  'enrolment.same_picture': 'conflict',
  'enrolment.different_person': 'conflict',
  'enrolment.other_photo_differs': 'conflict',
  'enrolment.office_looks': 'conflict',
  'enrolment.office_refused': 'forbidden',
  'server.unreachable': 'busy',
  'server.failed': 'failed',
  'rollCalls.under_way': 'conflict',
  'rollCalls.begun': 'conflict',
  'rollCalls.too_many_photos': 'conflict',
  'rollCalls.no_photos': 'conflict',
  'rollCalls.not_ready': 'conflict',
  'rollCalls.over': 'conflict',
  'rollCalls.student_twice': 'invalid',
  'rollCalls.face_twice': 'invalid',
  'rollCalls.other_face': 'invalid',
  'rollCalls.not_in_class': 'conflict',
  'rollCalls.no_recogniser': 'failed',
  'kiosks.not_registered': 'unauthenticated',
  'kiosks.link_dead': 'not_found',
  'kiosks.too_many': 'conflict',
  'kiosks.unknown': 'invalid',
  'kiosks.number_needed': 'conflict',
  'kiosks.no_face': 'not_found',
  'kiosks.not_matched': 'invalid',
  'kiosks.use_code': 'conflict',
  'kiosks.covered': 'invalid',
  'kiosks.not_live_again': 'conflict',
  'kiosks.paused': 'too_many',
  'kiosks.challenge_class': 'conflict',
  'kiosks.one_at_a_time': 'conflict',
  'kiosks.answered_late': 'conflict',
  'picture.unreadable': 'invalid',
  'picture.heic': 'invalid',
  'picture.too_many_pixels': 'invalid',
  'face.none': 'invalid',
  'face.several': 'invalid',
  'face.too_small': 'invalid',
  'face.too_dark': 'invalid',
  'face.too_bright': 'invalid',
  'face.blurred': 'invalid',
  'face.turned_away': 'invalid',
  'face.upside_down': 'invalid',
  'face.lies_left': 'invalid',
  'face.lies_right': 'invalid',
  'face.cut_off': 'invalid',
  'face.covered': 'invalid',
  'face.no_person': 'invalid',
  'face.not_live': 'invalid',
  'face.not_live_again': 'conflict',
  'face.not_recognised': 'invalid',
  'face.more_pictures': 'conflict',
  'face.paused': 'too_many',
  'face.second_factor': 'conflict',
  'face.off_own_wish': 'conflict',
  'face.off_staff': 'conflict',
  'face.off_misses': 'conflict',
  'face_off.not_yours': 'forbidden',
  'face_off.own_wish': 'forbidden',
  'face_off.person_unknown': 'not_found',
  'code.wrong': 'invalid',
  'code.run_out': 'conflict',
  'challenge.needed': 'conflict',
  'challenge.expired': 'conflict',
  'challenge.used': 'conflict',
  'challenge.not_seen': 'invalid',
  'challenge.wrong_way': 'invalid',
  'challenge.too_fast': 'invalid',
  'challenge.not_frontal': 'invalid',
  'challenge.other_person': 'invalid',
  'challenge.wrong_times': 'invalid',
  'face.busy': 'busy',
  'face.failed': 'failed',
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof errorTable

export type ErrorParams = Record<string, string | number>

/** An error that a person caused and can act on. Thrown by services, mapped to a status in one place. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams

  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.params = params
  }

  /** By name and code: Next bundles this module more than once, and each copy has a class of its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'AppError' && 'code' in value && isErrorCode(value.code)
  }
}

/** Whether a string that came over the wire is one of our codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorTable, value)
}
