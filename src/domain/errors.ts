/**
 * Every error a person can cause, by code: the kind decides the HTTP status, the text says what happened
 * and what to do next. Texts are shown as they stand; `{name}` is filled from the error's params.
 */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_many'
  | 'too_large'
  | 'busy'
  | 'failed'

interface ErrorEntry {
  kind: ErrorKind
  text: string
}

export const errorTable = {
  'request.invalid': {
    kind: 'invalid',
    text: 'Something in the form is not right. Check the marked fields.',
  },
  'request.not_found': { kind: 'not_found', text: 'This does not exist, or it is not yours to see.' },
  'request.too_many': { kind: 'too_many', text: 'Too many tries. Wait {wait}, then try again.' },
  'request.too_large': { kind: 'too_large', text: 'This is larger than 10 MB. Choose a smaller picture.' },

  'auth.sign_in_first': { kind: 'unauthenticated', text: 'Sign in to go on.' },
  'auth.not_allowed': { kind: 'forbidden', text: 'Your account may not do this.' },
  'auth.wrong_credentials': { kind: 'unauthenticated', text: 'Email or password is not right.' },
  'auth.wrong_password': { kind: 'invalid', text: 'The current password is not right.' },
  'auth.use_password': {
    kind: 'unauthenticated',
    text: 'This cannot be done by face here. Use your password.',
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
    text: 'You teach this class, so you cannot join it as a student.',
  },
  'classes.full': {
    kind: 'conflict',
    text: 'This class has {students} students, and no room for more. Ask your teacher.',
  },
  'classes.archived': { kind: 'conflict', text: 'This class is archived. Restore it to go on.' },

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
  'enrolment.different_person': {
    kind: 'conflict',
    text: 'This photo seems to show somebody else than your other photos. Take another one.',
  },

  'enrolment.other_photo_differs': {
    kind: 'conflict',
    text: 'Photo {number} seems to show somebody else than this one and the others. Delete it, then add this one again.',
  },

  'rollCalls.under_way': {
    kind: 'conflict',
    text: 'A roll call of this session is under way already. Go on with it, or discard it.',
  },
  'rollCalls.begun': {
    kind: 'conflict',
    text: 'The photos of this roll call are being read already, so no more can be added.',
  },
  'rollCalls.too_many_photos': {
    kind: 'conflict',
    text: 'A roll call takes 10 photos. Go on with the ones that are there.',
  },
  'rollCalls.no_photos': { kind: 'conflict', text: 'Add a photo first.' },
  'rollCalls.not_ready': { kind: 'conflict', text: 'The photos are not all read yet. Wait a moment.' },
  'rollCalls.over': {
    kind: 'conflict',
    text: 'This roll call was confirmed or discarded. Start a new one.',
  },
  'rollCalls.student_twice': {
    kind: 'invalid',
    text: 'One student is on the list twice. Choose one face for them.',
  },
  'rollCalls.face_twice': {
    kind: 'invalid',
    text: 'One face is on the list twice. Choose one name for it.',
  },
  'rollCalls.other_face': {
    kind: 'invalid',
    text: 'One of these faces does not belong to this roll call. Load the page again.',
  },
  'rollCalls.not_in_class': {
    kind: 'conflict',
    text: 'One of these students has left the class. Load the page again.',
  },
  'rollCalls.no_recogniser': {
    kind: 'failed',
    text: 'Faces cannot be recognised on this server at the moment. Mark by hand, and tell whoever runs it.',
  },

  'kiosks.not_registered': {
    kind: 'unauthenticated',
    text: 'This device is not a tablet of a class, or no longer. Its teacher can make a new link for it.',
  },
  'kiosks.link_dead': {
    kind: 'not_found',
    text: 'This link has been used, or its 15 minutes are over. Make a new one in the settings of the class.',
  },
  'kiosks.too_many': {
    kind: 'conflict',
    text: 'This class has {kiosks} tablets. Remove one before you add another.',
  },
  'kiosks.unknown': { kind: 'invalid', text: 'I do not know you. Type your number, or use the code.' },
  'kiosks.number_needed': { kind: 'conflict', text: 'Type your number, so that it is surely you.' },
  'kiosks.no_face': {
    kind: 'not_found',
    text: 'There is no face to compare for this number. Use the code, or ask your teacher.',
  },
  'kiosks.not_matched': {
    kind: 'invalid',
    text: 'This number and this face do not go together. Check the number, or use the code.',
  },
  'kiosks.use_code': {
    kind: 'conflict',
    text: 'The tablet cannot be sure this time. Use the code on your phone, or ask your teacher.',
  },
  'kiosks.answered_late': { kind: 'conflict', text: 'That took too long. Look at the tablet once more.' },
  'enrolment.office_looks': {
    kind: 'conflict',
    text: 'Your photos need a look by the office before you can go on. You have done nothing wrong. Until then clock in with the session’s code, or ask your teacher to mark you by hand.',
  },
  'enrolment.office_refused': {
    kind: 'forbidden',
    text: 'No photos can be added to this account. The office can tell you more. Clock in with the session’s code, or ask your teacher to mark you by hand.',
  },

  'picture.unreadable': {
    kind: 'invalid',
    text: 'This is not a readable picture. Use a JPEG, PNG, WebP or AVIF file.',
  },
  'picture.too_many_pixels': {
    kind: 'invalid',
    text: 'This picture has too many pixels. Choose a smaller one, or a JPEG.',
  },
  'face.none': { kind: 'invalid', text: 'No face found. Face the camera in good light.' },
  'face.several': { kind: 'invalid', text: 'More than one face. Only you should be in the picture.' },
  'face.too_small': { kind: 'invalid', text: 'The face is too small. Come closer.' },
  'face.too_dark': { kind: 'invalid', text: 'Too dark. Find more light, best from the front.' },
  'face.too_bright': { kind: 'invalid', text: 'Too bright. Turn away from the strong light.' },
  'face.blurred': { kind: 'invalid', text: 'Blurred. Hold still, and wipe the lens.' },
  'face.turned_away': { kind: 'invalid', text: 'Look straight into the camera.' },
  'face.cut_off': { kind: 'invalid', text: 'Part of the face is outside the picture. Move to the middle.' },
  'face.not_live': {
    kind: 'invalid',
    text: 'This looks like a picture of a picture. Show your own face to the camera.',
  },
  'face.not_recognised': {
    kind: 'invalid',
    text: 'The face does not match your photos. Try again in better light, or clock in with the session’s code.',
  },
  'face.paused': {
    kind: 'too_many',
    text: 'The camera has not recognised you several times in a row. Wait {wait}, or use the session’s code.',
  },
  'face.second_factor': { kind: 'conflict', text: 'Please also enter the session’s code.' },
  'face.off_own_wish': {
    kind: 'conflict',
    text: 'You take part without your face. Clock in with the session’s code.',
  },
  'face.off_staff': {
    kind: 'conflict',
    text: 'Your school has set that you take part without your face. Clock in with the session’s code.',
  },
  'face.off_misses': {
    kind: 'conflict',
    text: 'Your face is switched off, because the camera did not recognise you 50 times in a row. Clock in with the session’s code; your teacher can switch it on again.',
  },
  'face_off.not_yours': {
    kind: 'forbidden',
    text: 'Your school has switched your face off, so only a teacher or an administrator can switch it on again.',
  },
  'face_off.own_wish': {
    kind: 'forbidden',
    text: 'It was this person’s own wish to take part without their face, so only they can change it.',
  },
  'face_off.person_unknown': { kind: 'not_found', text: 'No account has this email.' },
  'code.wrong': { kind: 'invalid', text: 'This is not the code. Read it again: it has 6 digits.' },
  'code.run_out': { kind: 'conflict', text: 'This code has run out. Read the new one.' },
  'challenge.needed': {
    kind: 'conflict',
    text: 'This class asks for a movement before the camera. Load the page again, then follow the words on the picture.',
  },
  'challenge.expired': { kind: 'conflict', text: 'The minute for this is over. Try again.' },
  'challenge.used': {
    kind: 'conflict',
    text: 'These pictures were sent before, and count only once. Try again with the camera.',
  },
  'challenge.not_seen': {
    kind: 'invalid',
    text: 'The movement was not seen. Move a little further, one step after the other, as the words say.',
  },
  'challenge.wrong_way': {
    kind: 'invalid',
    text: 'Another movement was seen than the one asked for. Follow the arrow on the picture.',
  },
  'challenge.too_fast': { kind: 'invalid', text: 'That was too fast. Move your head slowly.' },
  'challenge.not_frontal': {
    kind: 'invalid',
    text: 'Begin and end with a look straight into the camera.',
  },
  'challenge.other_person': {
    kind: 'invalid',
    text: 'The face changed on the way. Only you should be before the camera, from beginning to end.',
  },
  'challenge.wrong_times': {
    kind: 'invalid',
    text: 'The pictures were not taken in this minute. Try again with the camera.',
  },
  'face.busy': { kind: 'busy', text: 'Many faces are being checked right now. Try again in a moment.' },
  'face.failed': { kind: 'failed', text: 'The picture could not be worked on. Try again.' },
  'server.unreachable': {
    kind: 'busy',
    text: 'No answer from the server. Check your connection, then try again.',
  },
  'server.failed': { kind: 'failed', text: 'Something went wrong on our side. Try again in a moment.' },
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
