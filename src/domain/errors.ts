import type { ErrorEntry } from './error-entry'
import { faceErrors } from './face-errors'

/**
 * Every error a person can cause, by code: the kind decides the HTTP status, the text says what happened
 * and what to do next. Texts are shown as they stand; `{name}` is filled from the error's params.
 */
export const errorTable = {
  'request.invalid': {
    kind: 'invalid',
    text: 'Something in the form is not right. Check the marked fields.',
  },
  'request.not_found': { kind: 'not_found', text: 'This does not exist, or it is not yours to see.' },
  'request.too_many': { kind: 'too_many', text: 'Too many tries. Wait {wait}, then try again.' },
  'request.too_large': {
    kind: 'too_large',
    text: 'This is larger than the server takes. Choose a smaller picture.',
  },

  'auth.sign_in_first': { kind: 'unauthenticated', text: 'Sign in to go on.' },
  'auth.not_allowed': { kind: 'forbidden', text: 'Your account may not do this.' },
  'auth.wrong_credentials': { kind: 'unauthenticated', text: 'Email or password is not right.' },
  'auth.wrong_password': { kind: 'invalid', text: 'The current password is not right.' },
  'auth.use_password': {
    kind: 'unauthenticated',
    text: 'This cannot be done by face here. Use your password.',
  },
  'auth.face_not_recognised': {
    kind: 'invalid',
    text: 'The face does not match your photos. Try again in better light, or sign in with your password.',
  },
  'auth.face_covered': {
    kind: 'invalid',
    text: 'Please uncover your mouth and nose, or sign in with your password.',
  },
  'auth.face_not_live_again': {
    kind: 'conflict',
    text: 'The camera has taken you for a picture three times now. That happens to some faces and in some light, and it is not your fault. Sign in with your password.',
  },
  'auth.face_paused': {
    kind: 'too_many',
    text: 'Signing in by face pauses for {wait}. Sign in with your password.',
  },
  'auth.face_off': {
    kind: 'conflict',
    text: 'Your face is switched off, because the camera did not recognise you 50 times in a row. Sign in with your password; your teacher can switch it on again.',
  },
  'auth.face_not_for_admins': {
    kind: 'forbidden',
    text: 'Administrators sign in with their password.',
  },
  'auth.face_enrol_first': {
    kind: 'conflict',
    text: 'Agree to face recognition and add 2 photos of yourself first.',
  },
  'auth.face_not_available': {
    kind: 'conflict',
    text: 'This installation cannot tell a living face from a picture of one, so nobody signs in by face.',
  },

  'tokens.invalid': {
    kind: 'unauthenticated',
    text: 'This token does not count, or no longer. Make a new one, or sign in again.',
  },
  'tokens.reused': {
    kind: 'unauthenticated',
    text: 'This refresh token was used before, so somebody else may have it. The sign-in is ended: sign in again.',
  },
  'tokens.scope_missing': {
    kind: 'forbidden',
    text: 'This token may not do that. It needs the scope {scope}: make one that has it.',
  },
  'tokens.sign_in_needed': {
    kind: 'forbidden',
    text: 'No token may do this. Sign in with email and password.',
  },
  'tokens.too_many': {
    kind: 'conflict',
    text: 'You have {tokens} tokens, and no room for more. Revoke one first.',
  },

  'account.email_taken': {
    kind: 'conflict',
    text: 'There is already an account with this email. Sign in instead.',
  },
  'account.password_common': {
    kind: 'invalid',
    text: 'This password is on the list of the most used ones. Choose another.',
  },
  'account.password_personal': {
    kind: 'invalid',
    text: 'The password repeats your name or email. Choose another.',
  },

  'classes.code_unknown': {
    kind: 'not_found',
    text: 'No class has this code. Check it with your teacher: it has 6 characters.',
  },
  'classes.own_class': {
    kind: 'conflict',
    text: 'You run this class, so you cannot join it as a student.',
  },
  'classes.full': {
    kind: 'conflict',
    text: 'This class has {students} students, and no room for more. Ask your teacher.',
  },
  'classes.archived': { kind: 'conflict', text: 'This class is archived. Restore it to go on.' },

  'places.owner_only': {
    kind: 'forbidden',
    text: 'Only the owner of this class can do that. Ask them, or have them hand the class over to you.',
  },
  'places.last_owner': {
    kind: 'conflict',
    text: 'A class needs an owner. Hand it over to somebody else who runs it first.',
  },
  'places.not_a_leader': {
    kind: 'conflict',
    text: 'A class can be handed over to somebody who runs it with you. Invite them first.',
  },
  'places.own_already': { kind: 'conflict', text: 'That is you, and you own this class already.' },
  'places.leads_already': { kind: 'conflict', text: 'This person runs the class with you already.' },
  'places.too_many_leaders': {
    kind: 'conflict',
    text: 'A class has {leaders} people who run it at most, invitations included. Remove one first.',
  },
  'places.no_teacher': {
    kind: 'forbidden',
    text: 'Your account is not a teacher’s, so you cannot run a class. Add that role on your account page first.',
  },
  'places.account_younger': {
    kind: 'forbidden',
    text: 'Your account was made after this invitation. Ask for another one, so that it is sure who you are.',
  },
  'places.member_here': {
    kind: 'conflict',
    text: 'You are a student of this class. Leave it first, then you can run it.',
  },
  'places.invitation_gone': {
    kind: 'not_found',
    text: 'This invitation was taken back, or answered already.',
  },

  'sessions.already_open': {
    kind: 'conflict',
    text: 'A session of this class is already open. End it before you start another.',
  },
  'sessions.still_open': {
    kind: 'conflict',
    text: 'A session of this class is open. End it first, then archive the class.',
  },
  'sessions.time_does_not_exist': {
    kind: 'invalid',
    text: 'This time does not exist: the clocks go forward then. Choose another.',
  },
  'sessions.closed': {
    kind: 'conflict',
    text: 'This session is closed. Ask your teacher if your record is wrong.',
  },
  'sessions.not_open': { kind: 'conflict', text: 'This session is not open.' },
  'sessions.start_missing': { kind: 'invalid', text: 'Give the planned start, or start the session now.' },
  'sessions.not_planned': {
    kind: 'conflict',
    text: 'This session has been opened already, so it cannot be deleted.',
  },
  'sessions.end_before_start': { kind: 'invalid', text: 'The planned end is before the start.' },

  'attendance.not_in_class': {
    kind: 'forbidden',
    text: 'You are not in this class. Join it with its code, then clock in.',
  },
  'attendance.not_in_session': {
    kind: 'conflict',
    text: 'This student was not in the class when the session ended, so there is nothing to mark. They count from the next session on.',
  },
  'attendance.left_class': {
    kind: 'conflict',
    text: 'This student has left the class. They can join again with its code; then you can mark them.',
  },
  'attendance.not_clocked_in': {
    kind: 'conflict',
    text: 'You have not clocked in, so there is nothing to clock out of.',
  },
  'attendance.not_enrolled': {
    kind: 'conflict',
    text: 'You have fewer than 2 photos. Add some first, or clock in with the session’s code.',
  },
  'attendance.no_consent': {
    kind: 'conflict',
    text: 'You have not agreed to face recognition. Agree and enrol first, or clock in with the session’s code.',
  },
  'attendance.model_changed': {
    kind: 'conflict',
    text: 'The recogniser has changed since you enrolled. Enrol again, or clock in with the session’s code.',
  },

  'enrolment.no_consent': {
    kind: 'conflict',
    text: 'Read the notice and agree to it before you add photos.',
  },
  'enrolment.notice_outdated': {
    kind: 'conflict',
    text: 'The notice has changed. Read the new one, then agree to it.',
  },
  'enrolment.too_many': { kind: 'conflict', text: 'You have 5 photos already. Replace or delete one.' },
  'enrolment.covered': {
    kind: 'invalid',
    text: 'Please uncover your mouth and nose. Then take this photo again.',
  },
  'enrolment.too_far': {
    kind: 'invalid',
    text: 'Your face is a small part of this picture. Come nearer, or take a picture of you alone, in which your face fills at least a quarter of the shorter side.',
  },
  'enrolment.not_live': {
    kind: 'invalid',
    text: 'This looks like a picture of a picture. Take the photo with the camera, with some room around your face: not of a print or a screen, and not cut close.',
  },
  'enrolment.same_picture': {
    kind: 'conflict',
    text: 'That is the same picture as photo {number}. Take another one, with the head turned a little or in other light.',
  },
  'enrolment.different_person': {
    kind: 'conflict',
    text: 'This photo seems to show somebody else than your other photos. Take another one.',
  },
  'enrolment.other_photo_differs': {
    kind: 'conflict',
    text: 'Photo {number} seems to show somebody else than this one and the others. Delete it, then add this one again.',
  },
  'enrolment.office_looks': {
    kind: 'conflict',
    text: 'Your photos need a look by the office before you can go on. You have done nothing wrong. Until then clock in with the session’s code, or ask your teacher to mark you by hand.',
  },
  'enrolment.office_refused': {
    kind: 'forbidden',
    text: 'No photos can be added to this account. The office can tell you more. Clock in with the session’s code, or ask your teacher to mark you by hand.',
  },

  'server.unreachable': {
    kind: 'busy',
    text: 'No answer from the server. Check your connection, then try again.',
  },
  'server.failed': { kind: 'failed', text: 'Something went wrong on our side. Try again in a moment.' },
  ...faceErrors,
} as const satisfies Record<string, ErrorEntry>

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

/** The sentence for a code, with its params filled in. */
export function errorText(code: ErrorCode, params: ErrorParams = {}): string {
  const words = typeof params.seconds === 'number' ? { ...params, wait: waitText(params.seconds) } : params
  return errorTable[code].text.replace(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? 'a moment'))
}

/** A span of time as one would say it: seconds up to a minute and a half, minutes beyond. */
function waitText(seconds: number): string {
  if (seconds === 1) return '1 second'
  return seconds <= 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
}

/** Whether a string that came over the wire is one of our codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorTable, value)
}
