import type { ErrorEntry } from './error-entry'

/** What can go wrong with a picture, a face, a challenge, a session's code, a kiosk or a roll call. */
export const faceErrors = {
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
    text: 'One of these students has left the class, or was not in it when the session ended. Load the page again.',
  },
  'rollCalls.no_recogniser': {
    kind: 'failed',
    text: 'Faces cannot be recognised on this server at the moment. Mark by hand, and tell whoever runs it.',
  },

  'kiosks.not_registered': {
    kind: 'unauthenticated',
    text: 'This device is not a kiosk of a class, or no longer. Its teacher can make a new link for it.',
  },
  'kiosks.link_dead': {
    kind: 'not_found',
    text: 'This link has been used, or its 15 minutes are over. Make a new one in the settings of the class.',
  },
  'kiosks.too_many': {
    kind: 'conflict',
    text: 'This class has {kiosks} kiosks. Remove one before you add another.',
  },
  'kiosks.unknown': { kind: 'invalid', text: 'I do not know you. Type your number, or use the code.' },
  'kiosks.number_needed': { kind: 'conflict', text: 'Type your number, so that it is surely you.' },
  'kiosks.no_face': {
    kind: 'not_found',
    text: 'No face can be compared for this number now. Use the code, or ask your teacher.',
  },
  'kiosks.not_matched': {
    kind: 'invalid',
    text: 'This number and this face do not go together. Check the number, or use the code.',
  },
  'kiosks.use_code': {
    kind: 'conflict',
    text: 'The kiosk cannot be sure this time. Use the code on your phone, or ask your teacher.',
  },
  'kiosks.covered': {
    kind: 'invalid',
    text: 'Please uncover your mouth and nose, or use the code on your phone.',
  },
  'kiosks.not_live_again': {
    kind: 'conflict',
    text: 'The camera has taken what it saw for a picture three times now. That happens to some faces and in some light. Use the code on your phone, or ask your teacher.',
  },
  'kiosks.paused': {
    kind: 'too_many',
    text: 'The camera of this kiosk pauses for {wait}. Use the code on your phone, or come back after that.',
  },
  'kiosks.challenge_class': {
    kind: 'conflict',
    text: 'This class asks for two small movements, which nobody makes in passing. Choose “A look at the picture only” in its settings first.',
  },
  'kiosks.one_at_a_time': {
    kind: 'conflict',
    text: 'Nobody can be recognised in passing here at the moment. Step up one at a time.',
  },
  'kiosks.answered_late': { kind: 'conflict', text: 'That took too long. Look at the kiosk once more.' },

  'picture.unreadable': {
    kind: 'invalid',
    text: 'This is not a readable picture. Use a JPEG, PNG, WebP, AVIF or GIF file.',
  },
  'picture.heic': {
    kind: 'invalid',
    text: 'This is a HEIC picture, which cannot be read here. Save it as JPEG, or set the phone’s camera to “Most compatible” and take a new one.',
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
  'face.upside_down': {
    kind: 'invalid',
    text: 'The picture is upside down. Turn it the right way up, then try again.',
  },
  'face.lies_left': {
    kind: 'invalid',
    text: 'The picture lies on its left side. Give it a quarter turn to the right, then try again.',
  },
  'face.lies_right': {
    kind: 'invalid',
    text: 'The picture lies on its right side. Give it a quarter turn to the left, then try again.',
  },
  'face.cut_off': { kind: 'invalid', text: 'Part of the face is outside the picture. Move to the middle.' },
  'face.covered': {
    kind: 'invalid',
    text: 'Please uncover your mouth and nose, or use the session’s code.',
  },
  'face.no_person': {
    kind: 'invalid',
    text: 'No person’s face can be made out here. Face the camera in good light, with nothing before your face.',
  },
  'face.not_live': {
    kind: 'invalid',
    text: 'This looks like a picture of a picture. Show your own face to the camera.',
  },
  'face.not_live_again': {
    kind: 'conflict',
    text: 'The camera has taken you for a picture three times now. That happens to some faces and in some light, and it is not your fault. Clock in with the session’s code.',
  },
  'face.not_recognised': {
    kind: 'invalid',
    text: 'The face does not match your photos. Try again in better light, or clock in with the session’s code.',
  },
  'face.more_pictures': {
    kind: 'conflict',
    text: 'Three more pictures are needed to tell. Hold still before the camera.',
  },
  'face.paused': {
    kind: 'too_many',
    text: 'The camera pauses after several misses in a row. Wait {wait}, or use the session’s code.',
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
    text: 'Your face has been switched off, and only a teacher or an administrator can change that. To erase your photos, withdraw your consent under “My face”.',
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
} as const satisfies Record<string, ErrorEntry>
